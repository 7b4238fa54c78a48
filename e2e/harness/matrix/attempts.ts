import { DAVI } from '@/lib/auth/demo-users'
import { addressesOf } from './addresses'
import type { ActionCase } from './cases'
import { ALL_ENCODINGS, type Encoding, type Fields } from './encodings'
import { fieldsOf, isReachable, kindsOf } from './inputs'
import type { Kind, Known, Planted } from './known'
import { ANONYMOUS, EVERYBODY, isAllowed, type Person, personOf } from './people'

/** One call of a server action, on the record of one kind. */
export type Attempt = {
  action: ActionCase
  fields: Fields
  encoding: Encoding
  path: string
  origin: 'ours' | 'another' | 'none'
  record: string
}

export const describeAttempt = ({ action, record, encoding, path, origin }: Attempt): string =>
  `${action.label} on ${record} record, ${encoding}, to ${path}, Origin: ${origin}`

/** The encoding in which everybody tries everything: it suits forms and buttons alike, and no page is drawn for the answer. */
export const PLAIN: Encoding = 'Next-Action with multipart'
const MAIN: Encoding[] = ['multipart with $ACTION_REF', 'multipart with $ACTION_ID', PLAIN]
/** Without an Origin Next passes on everything that it can read as an action. */
const WITHOUT_ORIGIN: Encoding[] = [...MAIN, 'Next-Action with an empty form as text']
/** Any page accepts the POST of any action, even a page that does not exist. */
const OTHER_PAGES = ['/sign-in', '/there/is/no/such/page']

/** Every request by which a person tries an action and that must leave the database as it is. */
export function refusedAttempts(person: Person, action: ActionCase, planted: Planted): Attempt[] {
  // A public action does not ask who sends it, and each try at a password costs the time of hashing it.
  if (action.access === 'public' && person !== ANONYMOUS && person !== personOf(DAVI)) return []
  return kindsOf(action.of, person).flatMap((kind) => {
    const tryAll = (encodings: readonly Encoding[], origin: Attempt['origin'], paths?: string[]) =>
      attemptsOn(action, kind, planted[kind], { encodings, origin, paths })
    const succeeds = isAllowed(person, action.access) && isReachable(person, action.of, kind)
    if (!isThorough(person, action, kind))
      return succeeds ? [...tryAll([PLAIN], 'another'), ...tryAll([PLAIN], 'none')] : tryAll([PLAIN], 'ours')
    if (succeeds)
      return [
        ...tryAll(ALL_ENCODINGS, 'another'),
        ...tryAll(WITHOUT_ORIGIN, 'none'),
        ...tryAll(MAIN, 'none', OTHER_PAGES),
      ]
    if (kind === 'own' || isAllowed(person, action.access))
      return [...tryAll(ALL_ENCODINGS, 'ours'), ...tryAll(MAIN, 'ours', OTHER_PAGES)]
    return tryAll(MAIN, 'ours')
  })
}

type How = { encodings: readonly Encoding[]; origin: Attempt['origin']; paths?: string[] | undefined }

/** The same call in several encodings to several pages. */
export function attemptsOn(action: ActionCase, kind: Kind, known: Known, { encodings, origin, paths }: How): Attempt[] {
  const fields = fieldsOf(action, known)
  return (paths ?? [formPage(action, known)]).flatMap((path) =>
    encodings.map((encoding) => ({ action, fields, encoding, path, origin, record: kind })),
  )
}

/**
 * The encodings differ in how Next reads a request, not in what the action then checks. So one person with the permission
 * and one without try them all, on a record of their own and on an absent one; each action has another two people.
 * With `E2E_WIDE=1` everybody does, on everything.
 */
function isThorough(person: Person, { place, access }: ActionCase, kind: Kind): boolean {
  if (process.env.E2E_WIDE) return true
  if (kind !== 'own' && kind !== 'absent') return false
  if (access === 'public') return person === ANONYMOUS
  const denied = EVERYBODY.filter((one) => !isAllowed(one, access))
  const sides = [
    EVERYBODY.filter((one) => isAllowed(one, access)),
    denied.some(({ user }) => user) ? denied.filter(({ user }) => user) : denied,
  ]
  return sides.some((side) => side[place % side.length] === person)
}

/** The address of a page that shows the action's form. */
export const formPage = ({ pages }: ActionCase, known: Known): string => addressesOf(pages[0] ?? '/page', known)[0]!
