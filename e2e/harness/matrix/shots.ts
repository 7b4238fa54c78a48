import { DAVI } from '@/db/seed/demo-users'
import { addressesOf } from './addresses'
import { type BuiltAction, placeOf } from './build'
import { ALL_ENCODINGS, type Encoding } from './encodings'
import { fieldsOf, inputOf, kindsOf, reaches } from './inputs'
import { EVERYBODY, may, NOBODY, personOf, type Person } from './people'
import type { Kind, Planted } from './records'
import type { Origin, Shot } from './requests'

/** In which everybody tries everything: it fits forms and buttons alike, and is answered by the action's own words, without its page. */
export const PLAIN: Encoding = 'Next-Action with multipart'
const MAIN: Encoding[] = ['multipart with $ACTION_REF', 'multipart with $ACTION_ID', PLAIN]
/** Without an Origin Next lets everything pass that it can read as an action. */
const BARE: Encoding[] = [...MAIN, 'Next-Action with an empty form as text']
/** Any page takes any action's POST, even one that does not exist. */
const ELSEWHERE = ['/sign-in', '/there/is/no/such/page']

/** Every request by which a person tries an action that must leave the database as it is. */
export function vainShots(person: Person, action: BuiltAction, planted: Planted): Shot[] {
  const { of } = inputOf(action.name)!
  // What needs no session asks nobody who they are; each try costs a password's worth of time.
  if (action.access === 'public' && person !== NOBODY && person !== personOf(DAVI)) return []
  return kindsOf(of).flatMap((kind) => {
    const volley = volleyOf(action, kind, planted)
    const open = may(person, action.access) && reaches(person, of, kind)
    if (!inFull(person, action, kind))
      return open
        ? (['another', 'none'] as const).flatMap((origin) => volley([PLAIN], origin))
        : volley([PLAIN], 'ours')
    if (open) return [...volley(ALL_ENCODINGS, 'another'), ...volley(BARE, 'none'), ...volley(MAIN, 'none', ELSEWHERE)]
    if (kind === 'own' || may(person, action.access))
      return [...volley(ALL_ENCODINGS, 'ours'), ...volley(MAIN, 'ours', ELSEWHERE)]
    return volley(MAIN, 'ours')
  })
}

/**
 * The encodings differ in how Next reads a request, not in what the action then asks of whom: one who may and one who may not try
 * them all, on a record of their own and on none, each action another two. `E2E_WIDE=1`: everybody does, on everything.
 */
function inFull(person: Person, { name, access }: BuiltAction, kind: Kind): boolean {
  if (process.env.E2E_WIDE) return true
  if (kind !== 'own' && kind !== 'absent') return false
  if (access === 'public') return person === NOBODY
  const denied = EVERYBODY.filter((one) => !may(one, access))
  const sides = [
    EVERYBODY.filter((one) => may(one, access)),
    denied.some(({ user }) => user) ? denied.filter(({ user }) => user) : denied,
  ]
  return sides.some((side) => side[placeOf(name) % side.length] === person)
}

function volleyOf(action: BuiltAction, kind: Kind, planted: Planted) {
  const fields = fieldsOf(action.name, planted[kind])
  return (encodings: readonly Encoding[], origin: Origin, paths = [homeOf(action, kind, planted)]): Shot[] =>
    paths.flatMap((path) => encodings.map((encoding) => ({ action, fields, encoding, path, origin, record: kind })))
}

/** The page that holds the action's form. */
export const homeOf = ({ pages }: BuiltAction, kind: Kind, planted: Planted): string =>
  addressesOf(pages[0] ?? '/page', planted[kind])[0]!
