import { DAVI } from '@/db/seed/demo-users'
import { addressesOf } from './addresses'
import type { BuiltAction } from './build'
import { ALL_ENCODINGS, type Encoding } from './encodings'
import { inputOf, kindsOf, reaches } from './inputs'
import { may, NOBODY, personOf, type Person } from './people'
import type { Kind, Planted } from './records'
import type { Origin, Shot } from './requests'

const MAIN: Encoding[] = ['multipart with $ACTION_REF', 'multipart with $ACTION_ID', 'Next-Action with multipart']
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
    if (may(person, action.access) && reaches(person, of, kind)) {
      return [...volley(ALL_ENCODINGS, 'another'), ...volley(BARE, 'none'), ...volley(MAIN, 'none', ELSEWHERE)]
    }
    if (kind === 'own' || may(person, action.access)) return [...volley(ALL_ENCODINGS, 'ours'), ...volley(MAIN, 'ours', ELSEWHERE)]
    return volley(MAIN, 'ours')
  })
}

function volleyOf(action: BuiltAction, kind: Kind, planted: Planted) {
  const known = planted[kind]
  const fields = inputOf(action.name)!.fields(known)
  return (encodings: readonly Encoding[], origin: Origin, paths = [homeOf(action, kind, planted)]): Shot[] =>
    paths.flatMap((path) => encodings.map((encoding) => ({ action, fields, encoding, path, origin, record: kind })))
}

/** The page that holds the action's form. */
export const homeOf = ({ pages }: BuiltAction, kind: Kind, planted: Planted): string => addressesOf(pages[0] ?? '/page', planted[kind])[0]!
