import { attemptsOn, formPage, PLAIN } from './attempts'
import type { ActionCase } from './cases'
import { sendAll } from './effects'
import type { Encoding } from './encodings'
import type { Planted } from './known'
import { EVERYBODY, isAllowed, type Person } from './people'
import type { Portal } from './portal'
import { versionOf } from './records'

// These come last: a customer who stopped all messages is sent none, and a person who signed out cannot act.
const LAST = [
  '#setPreferenceAction',
  '#recordPreferenceAction',
  '#unsubscribeAction',
  '#changeOwnPasswordAction',
  '#signOutAction',
]

const rank = ({ name }: ActionCase) => LAST.findIndex((last) => name.endsWith(last))

export const inOrder = (cases: readonly ActionCase[]): ActionCase[] => [...cases].sort((a, b) => rank(a) - rank(b))

/** Without scripting a form's action and a button's are sent differently: one of the two must work. */
const PLAIN_HTML: Encoding[] = ['multipart with $ACTION_REF', 'multipart with $ACTION_ID']
const ENCODINGS_OF: Record<string, Encoding[]> = {
  '#writeNoteAction': ['multipart with $ACTION_REF'],
  '#rateCustomerAction': ['multipart with $ACTION_ID'],
  '#signOutAction': ['Next-Action with an empty form as text'],
  // There is one file to map and to start.
  '#mapColumnsAction': [],
  '#startImportAction': [],
}

/** The encodings in which an action of an allowed person changed nothing; none when the action works. */
export async function ineffectiveEncodings(
  portal: Portal,
  action: ActionCase,
  plantedFor: (person: Person) => Planted,
): Promise<string[]> {
  const changes = (encodings: readonly Encoding[], turn: 0 | 1) =>
    changesBy(portal, action, encodings, turn, plantedFor)
  const named = ENCODINGS_OF[action.name.slice(action.name.indexOf('#'))]
  const unscripted = await changes(named ?? PLAIN_HTML, 0)
  const worksUnscripted = named ? unscripted.every(Boolean) : unscripted.some(Boolean)
  const [works] = await changes([PLAIN], 1)
  return [
    ...(worksUnscripted ? [] : [`${action.label}, without scripting`]),
    ...(works ? [] : [`${action.label}, ${PLAIN}`]),
  ]
}

/** Whether each encoding changed the database. The second `turn` takes another record, or another person. */
async function changesBy(
  portal: Portal,
  action: ActionCase,
  encodings: readonly Encoding[],
  turn: 0 | 1,
  plantedFor: (person: Person) => Planted,
): Promise<boolean[]> {
  const allowed = EVERYBODY.filter((one) => one.user?.scope === 'all' && isAllowed(one, action.access))
  const person = (action.access === 'signed-in' && allowed[turn]) || allowed[0]!
  const kind = turn && action.of !== 'upload' && action.of !== 'session' ? 'foreign' : 'own'
  const known = plantedFor(person)[kind]
  const current = { ...known, version: await versionOf(portal.db, known.customerId) }
  const paths = [formPage(action, known)]
  const changed: boolean[] = []
  for (const attempt of attemptsOn(action, kind, current, { encodings, origin: 'ours', paths }))
    changed.push((await sendAll(portal, person, [attempt])).changed.length > 0)
  return changed
}
