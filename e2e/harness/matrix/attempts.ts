import { addressesOf } from './addresses'
import type { ActionCase } from './cases'
import { ALL_ENCODINGS, type Encoding, type Fields } from './encodings'
import { fieldsOf, isReachable, kindsOf } from './inputs'
import type { Kind, RecordIds, Planted } from './record-ids'
import { ANONYMOUS, isAllowed, type Person, representatives, triesPublic } from './people'

/** One call of a server action with the records of one kind. */
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

/** The encoding in which everybody tries every action. It works for forms and for buttons, and its answer contains no page. */
export const PLAIN: Encoding = 'Next-Action with multipart'
const MAIN: Encoding[] = ['multipart with $ACTION_REF', 'multipart with $ACTION_ID', PLAIN]
const OTHERS = ALL_ENCODINGS.filter((encoding) => !MAIN.includes(encoding))
/** Next lets requests without an Origin pass in each of these encodings. */
const WITHOUT_ORIGIN: Encoding[] = [...MAIN, 'Next-Action with an empty form as text']
/** Any page accepts the POST of any action, even a page that does not exist. */
const OTHER_PAGES = ['/sign-in', '/there/is/no/such/page']

/** One item of the list for each action, in turn, because Next parses the requests of all actions alike. With `E2E_WIDE=1` all items. */
const inTurn = <T>(list: readonly T[], { index }: ActionCase): T[] =>
  list.filter((_, at) => process.env.E2E_WIDE || at === index % list.length)

/** Returns every request with which a person tries an action and which must not change the database. */
export function refusedAttempts(person: Person, action: ActionCase, planted: Planted): Attempt[] {
  if (action.access === 'public' && !triesPublic(person)) return []
  return kindsOf(action.subject, person).flatMap((kind) => {
    const tryAll = (encodings: readonly Encoding[], origin: Attempt['origin'], paths?: string[]) =>
      attemptsOn(action, kind, planted[kind], { encodings, origin, paths })
    const encodings = [...MAIN, ...inTurn(OTHERS, action)]
    const pages = inTurn(OTHER_PAGES, action)
    const succeeds = isAllowed(person, action.access) && isReachable(person, action.subject, kind)
    if (!isThorough(person, action, kind))
      return succeeds ? [...tryAll([PLAIN], 'another'), ...tryAll([PLAIN], 'none')] : tryAll([PLAIN], 'ours')
    if (succeeds)
      return [...tryAll(encodings, 'another'), ...tryAll(WITHOUT_ORIGIN, 'none'), ...tryAll(MAIN, 'none', pages)]
    if (kind === 'own' || isAllowed(person, action.access))
      return [...tryAll(encodings, 'ours'), ...tryAll(MAIN, 'ours', pages)]
    return tryAll(MAIN, 'ours')
  })
}

type Options = { encodings: readonly Encoding[]; origin: Attempt['origin']; paths?: string[] | undefined }

/** Returns the same call in several encodings, sent to several pages. */
export function attemptsOn(
  action: ActionCase,
  kind: Kind,
  ids: RecordIds,
  { encodings, origin, paths }: Options,
): Attempt[] {
  const fields = fieldsOf(action, ids)
  return (paths ?? [formPage(action, ids)]).flatMap((path) =>
    encodings.map((encoding) => ({ action, fields, encoding, path, origin, record: kind })),
  )
}

/**
 * Whether a person tries an action in several encodings. The encodings differ only in how Next parses a request, so one person with the
 * permission and one without are enough, with a record in their scope; they are different people for each action. With `E2E_WIDE=1`
 * everybody tries everything.
 */
function isThorough(person: Person, { index, access }: ActionCase, kind: Kind): boolean {
  if (process.env.E2E_WIDE) return true
  if (kind !== 'own') return false
  if (access === 'public') return person === ANONYMOUS
  return representatives(access, index).includes(person)
}

/** Returns the path of a page that contains the action's form. */
export const formPage = ({ pages }: ActionCase, ids: RecordIds): string => addressesOf(pages[0] ?? '/page', ids)[0]!
