import { HELENA } from '@/db/seed/demo-users'
import { ACTIONS, ENTRY_POINTS } from '@/lib/access/entry-points'
import { addressesOf, subjectOf } from './harness/matrix/addresses'
import { accessOfEntry, type BuiltAction, builtActions, builtEntries } from './harness/matrix/build'
import { damageOf, volley } from './harness/matrix/damage'
import { changedTables, digestOf } from './harness/matrix/digest'
import type { Encoding } from './harness/matrix/encodings'
import { fieldsOf, inputOf, kindsOf, reaches } from './harness/matrix/inputs'
import { EVERYBODY, may, personOf, plantPeople, signEverybodyIn, type Person } from './harness/matrix/people'
import { openPortal, type Portal } from './harness/matrix/portal'
import {
  type Kind,
  type Known,
  type Planted,
  plantOwnSessions,
  plantRecords,
  SECRETS,
  versionOf,
} from './harness/matrix/records'
import { cookie, inParallel, leaksIn } from './harness/matrix/requests'
import { homeOf, PLAIN, vainShots } from './harness/matrix/shots'

/** Hundreds of requests each; on a machine that does nothing else they take a few seconds. */
const LIMIT_MS = 900_000

let portal: Portal
let actions: BuiltAction[]
let planted: Planted
let ownSessions: Map<Person, string>

beforeAll(async () => {
  actions = builtActions()
  portal = await openPortal(async (db) => {
    await plantPeople(db)
    planted = await plantRecords(db)
    ownSessions = await plantOwnSessions(db, EVERYBODY)
  })
  await signEverybodyIn(
    portal.url,
    actions.find(({ name }) => name.endsWith('#signInAction'))!,
    portal.db,
  )
}, 300_000)

afterAll(() => portal?.stop())

const seenBy = (person: Person): Planted => {
  const sessionId = ownSessions.get(person)
  return sessionId ? { ...planted, own: { ...planted.own, sessionId } } : planted
}

/** Asked for data, Next sends on to the same address with a key of its own: that one is followed. */
const get = async (
  person: Person,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> => {
  const answer = await patiently(() =>
    fetch(portal.url + path, { redirect: 'manual', headers: { ...cookie(person), ...headers } }),
  )
  const onward = answer.headers.get('location') ?? ''
  return headers.rsc && KEY.test(onward) && !KEY.test(path) ? get(person, onward, headers) : answer
}
const KEY = /[?&]_rsc\b/

/** A kept connection may be closed by the server just as it is used again: such a request is asked once more. */
async function patiently(ask: () => Promise<Response>) {
  const once = async () => {
    const answer = await ask()
    // A download whose stored file is gone breaks off after its status was said.
    return { status: answer.status, headers: answer.headers, text: await answer.text().catch(() => '') }
  }
  return once().catch(once)
}

it('[O1] declares every page, handler and action of the build, and none besides', () => {
  expect(builtEntries()).toEqual(Object.keys(ENTRY_POINTS).sort())
  expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(ACTIONS).sort())
})

it('[O1] would notice the planted values: who reads everything finds them', async () => {
  const helena = personOf(HELENA)
  const path = `/customers/${planted.foreign.customerId}/contacts`
  const asks: Record<string, string>[] = [{}, { rsc: '1' }]
  for (const headers of asks) {
    const { text } = await get(helena, path, headers)
    for (const secret of ['390.533.447-05', 'Canarinho', SECRETS.foreign[4]]) expect(text).toContain(secret)
  }
})

type Look = { entry: string; kind: Kind; path: string; expected: number | null }

const TAKES_ONLY_POST = ['/api/imports/route', '/api/documents/route']

/** What may say that there is nothing to show, to who may see it: the planted documents have no bytes, and nobody asked for one from the archive. */
const MAY_BE_EMPTY = ['/api/documents/[customerId]/[documentId]/[role]/route', '/(staff)/archive/[token]/page']

/** What a GET must answer; null where it is open to everybody. */
function expectedOf(person: Person, entry: string, kind: Kind, path: string): number | null {
  const access = accessOfEntry(entry)!
  const isPage = entry.endsWith('/page')
  if (access === 'public') return null
  if (TAKES_ONLY_POST.includes(entry)) return 405
  if (!person.user) return isPage ? 307 : 401
  if (!may(person, access)) return 403
  if (!reaches(person, subjectOf(entry), kind)) return 404
  if (path.endsWith('/history') && !may(person, 'history.read')) return 403
  return entry.includes('/by/') ? 307 : 200
}

const looksOf = (person: Person): Look[] =>
  builtEntries().flatMap((entry) =>
    kindsOf(subjectOf(entry)).flatMap((kind) =>
      addressesOf(entry, planted[kind]).map((path) => ({
        entry,
        kind,
        path,
        expected: expectedOf(person, entry, kind, path),
      })),
    ),
  )

describe.each(EVERYBODY.map((person) => [person.label, person] as const))('%s', (_label, person) => {
  it(
    '[O1] reads what the role and the scope allow, masked where it must be, and nothing else',
    async () => {
      const before = await digestOf(portal.pool)
      const wrong = await inParallel(looksOf(person), async ({ entry, kind, path, expected }) => {
        const page = await get(person, path)
        const data = entry.endsWith('/page') ? await get(person, path, { rsc: '1' }) : page
        const leaks = [...leaksIn(person, page.text), ...leaksIn(person, data.text)]
        const empty = expected === 200 && MAY_BE_EMPTY.includes(entry) && [404, 409, 410].includes(page.status)
        const right =
          expected === null ? page.status < 500 || entry === '/_global-error/page' : page.status === expected || empty
        // A refusal of data is said within it, with 200; sent on, nothing would have been asked.
        const asked = data === page || data.status !== 307
        return right && asked && !leaks.length
          ? []
          : [{ entry, kind, path, status: page.status, expected, asked, leaks }]
      })
      expect(wrong.flat()).toEqual([])
      expect(changedTables(before, await digestOf(portal.pool))).toEqual([])
    },
    LIMIT_MS,
  )

  it(
    '[O1] changes nothing without permission, beyond reach or from elsewhere',
    async () => {
      expect(
        await damageOf(
          portal,
          person,
          actions.flatMap((action) => vainShots(person, action, seenBy(person))),
        ),
      ).toEqual([])
    },
    LIMIT_MS,
  )
})

describe('the oracle', () => {
  // Who stopped all messages is sent none, and who left cannot act.
  const LAST = [
    '#setPreferenceAction',
    '#recordPreferenceAction',
    '#unsubscribeAction',
    '#changeOwnPasswordAction',
    '#signOutAction',
  ]
  const rank = (name: string) => LAST.findIndex((last) => name.endsWith(last))
  /** A form's action and a button's differ in what carries it without scripting: one of the two must work. */
  const PLAIN_HTML: Encoding[] = ['multipart with $ACTION_REF', 'multipart with $ACTION_ID']
  const encodingsOf: Record<string, Encoding[]> = {
    '#writeNoteAction': ['multipart with $ACTION_REF'],
    '#rateCustomerAction': ['multipart with $ACTION_ID'],
    '#signOutAction': ['Next-Action with an empty form as text'],
    // There is one file to map and to start.
    '#mapColumnsAction': [],
    '#startImportAction': [],
  }

  /** Whether the good request of one who may moves anything, by encoding. `turn`: what is done twice needs another record, or another person. */
  async function effectOf(action: BuiltAction, encodings: readonly Encoding[], turn: 0 | 1): Promise<boolean[]> {
    const { of } = inputOf(action.name)!
    const able = EVERYBODY.filter((one) => one.user?.scope === 'all' && may(one, action.access))
    const person = (action.access === 'signed-in' && able[turn]) || able[0]!
    const kind = turn && of !== 'upload' && of !== 'session' ? 'foreign' : 'own'
    const known: Known = { ...seenBy(person)[kind], version: await versionOf(portal.db, planted[kind].customerId) }
    const shot = {
      action,
      fields: fieldsOf(action.name, known),
      path: homeOf(action, kind, planted),
      origin: 'ours',
      record: kind,
    } as const
    const effect: boolean[] = []
    for (const encoding of encodings)
      effect.push((await volley(portal, person, [{ ...shot, encoding }])).changed.length > 0)
    return effect
  }

  it(
    '[O1] goes red for every action done by who may, without scripting and as everybody is refused',
    async () => {
      const vain: string[] = []
      for (const action of [...actions].sort((a, b) => rank(a.name) - rank(b.name))) {
        const named = encodingsOf[action.name.slice(action.name.indexOf('#'))]
        const unscripted = await effectOf(action, named ?? PLAIN_HTML, 0)
        if (named ? !unscripted.every(Boolean) : !unscripted.some(Boolean))
          vain.push(`${action.name}, without scripting`)
        if (!(await effectOf(action, [PLAIN], 1))[0]) vain.push(`${action.name}, ${PLAIN}`)
      }
      expect(vain).toEqual([])
    },
    LIMIT_MS,
  )
})
