import { attemptsOn, formPage, PLAIN } from './attempts'
import type { ActionCase } from './cases'
import { sendAll } from './effects'
import type { Encoding } from './encodings'
import type { Planted } from './record-ids'
import { EVERYBODY, isAllowed, type Person } from './people'
import type { Portal } from './portal'
import { versionOf } from './records'

// These actions run last: nothing can be sent to a customer who stopped all messages, a rule is switched off after it was switched on, and a
// person who signed out cannot act.
const LAST = [
  // The merge that was planted can be undone only while it is the newest.
  '#mergeAction',
  '#disableRuleAction',
  '#setPreferenceAction',
  '#recordPreferenceAction',
  '#unsubscribeAction',
  '#confirmSecondFactorAction',
  '#removeOwnSecondFactorAction',
  '#startSecondFactorAction',
  '#changeOwnPasswordAction',
  '#signOutAction',
]

/** This action runs first: who has changed the customer's name in another action may not approve. */
const FIRST = '#approveRequestAction'

const rank = ({ name }: ActionCase) => (name.endsWith(FIRST) ? -2 : LAST.findIndex((last) => name.endsWith(last)))

export const inOrder = (cases: readonly ActionCase[]): ActionCase[] => [...cases].sort((a, b) => rank(a) - rank(b))

/** Without scripting, forms and buttons send their actions in different encodings. One of the two must work. */
const PLAIN_HTML: Encoding[] = ['multipart with $ACTION_REF', 'multipart with $ACTION_ID']
const ENCODINGS_OF: Record<string, Encoding[]> = {
  '#writeNoteAction': ['multipart with $ACTION_REF'],
  '#rateCustomerAction': ['multipart with $ACTION_ID'],
  '#signOutAction': ['Next-Action with an empty form as text'],
  // Each of these three works only once on the planted file.
  '#readFileAsAction': [],
  '#mapColumnsAction': [],
  '#startImportAction': [],
  // There is one rule, which can be switched on and off once.
  '#enableRuleAction': [],
  '#disableRuleAction': [],
  '#changeViewAction': [],
  '#deleteViewAction': [],
}

/**
 * The first needs a cookie that no request of the matrix has. The second changes nothing for a person who already has the language, which
 * earlier requests of the matrix have set. The third starts a contact only within the hours of the day (e2e/seller-agenda.e2e.ts).
 */
const WITHOUT_EFFECT = ['#signInWithCodeAction', '#languageAction', '#startContactAction']

/** Returns the encodings in which an action changed nothing although the person is allowed. The list is empty if the action works. */
export async function ineffectiveEncodings(
  portal: Portal,
  action: ActionCase,
  plantedFor: (person: Person) => Planted,
): Promise<string[]> {
  if (WITHOUT_EFFECT.some((name) => action.name.endsWith(name))) return []
  const changes = (encoding: Encoding, turn: 0 | 1) => changesBy(portal, action, encoding, turn, plantedFor)
  const withoutScripting = (encoding: Encoding) => changes(encoding, 0)
  const configured = ENCODINGS_OF[action.name.slice(action.name.indexOf('#'))]
  const worksWithoutScripting = configured
    ? await every(configured, withoutScripting)
    : await some(PLAIN_HTML, withoutScripting)
  const works = await changes(PLAIN, 1)
  return [
    ...(worksWithoutScripting ? [] : [`${action.label}, without scripting`]),
    ...(works ? [] : [`${action.label}, ${PLAIN}`]),
  ]
}

/** Tests the items one after the other, and stops at the first one that passes. */
async function some<T>(items: readonly T[], test: (item: T) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (await test(item)) return true
  return false
}

const every = async <T>(items: readonly T[], test: (item: T) => Promise<boolean>): Promise<boolean> =>
  !(await some(items, async (item) => !(await test(item))))

/** Whether the action in this encoding changes the database. The second `turn` uses another record or another person. */
async function changesBy(
  portal: Portal,
  action: ActionCase,
  encoding: Encoding,
  turn: 0 | 1,
  plantedFor: (person: Person) => Planted,
): Promise<boolean> {
  const allowed = EVERYBODY.filter(
    (candidate) => candidate.user?.scope === 'all' && isAllowed(candidate, action.access),
  )
  const person = (action.access === 'signed-in' && allowed[turn]) || allowed[0]!
  const kind =
    turn && action.subject !== 'upload' && action.subject !== 'session' && action.subject !== 'view' ? 'foreign' : 'own'
  const ids = plantedFor(person)[kind]
  const current = { ...ids, version: await versionOf(portal.db, ids.customerId) }
  const paths = [formPage(action, ids)]
  const attempts = attemptsOn(action, kind, current, { encodings: [encoding], origin: 'ours', paths })
  return (await sendAll(portal, person, attempts)).changed.length > 0
}
