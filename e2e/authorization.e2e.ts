import { HELENA, JULIA } from '@/lib/auth/demo-users'
import { aCustomer } from '@/lib/testing/builders'
import { aSend } from '@/lib/testing/sending'
import { addressesOf } from './harness/matrix/addresses'
import { attemptsOn, PLAIN, refusedAttempts } from './harness/matrix/attempts'
import { builtActions, builtEntries, type Entry, OPEN_TO_ALL } from './harness/matrix/build'
import { type ActionCase, casesOf } from './harness/matrix/cases'
import { changedTables, digestOf } from './harness/matrix/digest'
import { harmOf } from './harness/matrix/effects'
import { LINKS, type Planted } from './harness/matrix/record-ids'
import { pdfText } from './harness/matrix/leaks'
import { linkKindIn, linkKindOf, withToken, wrongTokens } from './harness/matrix/links'
import { ineffectiveEncodings, inOrder } from './harness/matrix/oracle'
import {
  ANONYMOUS,
  EVERYBODY,
  isAllowed,
  type Person,
  personOf,
  plantPeople,
  signEverybodyIn,
} from './harness/matrix/people'
import { tomorrow } from './harness/matrix/plants/days'
import { plantLink } from './harness/matrix/plants/links'
import { plantExpiredReveals, plantOwnSessions, setRevealsExpiry } from './harness/matrix/plants/sessions'
import { openPortal, type Portal } from './harness/matrix/portal'
import { readsOf, wrongIn } from './harness/matrix/reading'
import { plantRecords } from './harness/matrix/records'
import { get, inParallel, post } from './harness/matrix/requests'
import { FOREIGN, OWN, SECRETS } from './harness/matrix/secrets'

/** Each test sends hundreds of requests, which take a few seconds on an idle machine. */
const LIMIT_MS = 900_000

let portal: Portal
let entries: Entry[]
let actions: ActionCase[]
let planted: Planted
let ownSessions: Map<Person, string>

beforeAll(async () => {
  entries = await builtEntries()
  actions = casesOf(await builtActions(entries))
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
  await plantExpiredReveals(portal.db, [planted.own, planted.foreign])
}, 300_000)

afterAll(() => portal?.stop())

const plantedFor = (person: Person): Planted => {
  const sessionId = ownSessions.get(person)
  return sessionId ? { ...planted, own: { ...planted.own, sessionId } } : planted
}

it('[O1] lists only existing entry points as open to all', () => {
  const keys = entries.map(({ key }) => key)
  expect(Object.keys(OPEN_TO_ALL).filter((key) => !keys.includes(key))).toEqual([])
})

describe('the planted values', () => {
  const helena = personOf(HELENA)

  it('[O1] are visible to a person who may see everything', async () => {
    const { customerId, points, deliveries } = planted.foreign
    const pages = [
      [`/customers/${customerId}/contacts`, '390.533.447-05', 'Canarinho', FOREIGN.email],
      [`/customers/${customerId}/contacts/${points.change}`, FOREIGN.formerEmail],
      [`/outbox/${deliveries.carried}`, FOREIGN.street],
    ] as const
    for (const [path, ...secrets] of pages)
      for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
        const { text } = await get(portal.url, helena, path, headers)
        for (const secret of secrets) expect(text).toContain(secret)
      }
  })

  it('[O1] are readable in the final document', async () => {
    const { customerId, documents } = planted.foreign
    const { bytes } = await get(portal.url, helena, `/api/documents/${customerId}/${documents.signed}/final`)
    const secrets = ['390.533.447-05', FOREIGN.email, FOREIGN.name]
    const text = pdfText(bytes) ?? secrets.join()
    for (const secret of secrets) expect(text).toContain(secret)
  })

  it('[O1] are visible to an agent during a reveal, but not after it has expired', async () => {
    const path = `/customers/${planted.own.customerId}/contacts`
    const read = async () => (await get(portal.url, personOf(JULIA), path)).text
    await setRevealsExpiry(portal.db, planted.own, 'live')
    const revealed = await read()
    await setRevealsExpiry(portal.db, planted.own, 'expired')
    const expired = await read()
    for (const secret of [SECRETS.own[1], OWN.email]) {
      expect(revealed).toContain(secret)
      expect(expired).not.toContain(secret)
    }
  })
})

describe.each(EVERYBODY.map((person) => [person.label, person] as const))('%s', (_label, person) => {
  it(
    '[O1] reads only what role and scope allow, masked where required',
    async () => {
      const before = await digestOf(portal.pool)
      const reads = readsOf(person, entries, planted)
      const wrong = await inParallel(reads, (read) => wrongIn(portal.url, person, read))
      expect(wrong.filter(Boolean)).toEqual([])
      expect(changedTables(before, await digestOf(portal.pool))).toEqual([])
    },
    LIMIT_MS,
  )

  it(
    '[O1] changes nothing without permission, out of scope or from another origin',
    async () => {
      const attempts = actions.flatMap((action) => refusedAttempts(person, action, plantedFor(person)))
      expect(await harmOf(portal, person, attempts)).toEqual([])
    },
    LIMIT_MS,
  )

  it('[O1] posts to no route handler without permission or from another origin', async () => {
    const before = await digestOf(portal.pool)
    const refusals = entries
      .filter(({ access, methods }) => access !== 'public' && methods.includes('POST'))
      .flatMap(({ key, access }) => [
        { key, origin: 'https://elsewhere.example', expected: 403 },
        ...(isAllowed(person, access) ? [] : [{ key, origin: portal.url, expected: person.user ? 403 : 401 }]),
      ])
    const wrong = await inParallel(refusals, async ({ key, origin, expected }) => {
      const { status } = await post(portal.url, person, addressesOf(key, planted.own)[0]!, origin, '')
      return status === expected ? null : { key, origin, expected, status }
    })
    expect(wrong.filter(Boolean)).toEqual([])
    expect(changedTables(before, await digestOf(portal.pool))).toEqual([])
  })
})

describe('a link of a message', () => {
  /** Text that only the pages behind the first customer's links contain. */
  const CONTENT = /Clara|Convidada|dona\.example/
  const ONE_CLICK = '/api/unsubscribe/[token]/route'

  it('[O1] opens only on its own route, and not after it has expired', async () => {
    const { own } = planted
    for (const { key } of entries.filter((entry) => entry.key.includes('[token]') && entry.key !== ONE_CLICK)) {
      const right = linkKindIn(addressesOf(key, own).join(), own)!
      const tokens = { ...wrongTokens(own, right), [right]: own.links[right] }
      const opened = await inParallel(Object.entries(tokens), async ([name, token]) => {
        const paths = addressesOf(key, withToken(own, token))
        const pages = await Promise.all(paths.map((path) => get(portal.url, personOf(HELENA), path)))
        return pages.some(({ isPdf, text }) => isPdf || CONTENT.test(text)) ? name : null
      })
      expect([key, opened.filter(Boolean)]).toEqual([key, [right]])
    }
    expect(
      LINKS.filter((kind) => !entries.some(({ key }) => addressesOf(key, own).join().includes(own.links[kind]))),
    ).toEqual([])
  })

  it('[O1] is accepted only by its own action, and not after it has expired', async () => {
    const { own } = planted
    const attempts = actions.flatMap((action) => {
      const right = linkKindOf(action, own)
      const wrong = right ? Object.entries(wrongTokens(own, right)) : []
      return wrong.flatMap(([name, token]) =>
        attemptsOn(action, 'own', withToken(own, token), { encodings: [PLAIN], origin: 'ours' }).map((attempt) => ({
          ...attempt,
          record: `${name} link's`,
        })),
      )
    })
    expect(attempts.length).toBeGreaterThan(LINKS.length)
    expect(await harmOf(portal, ANONYMOUS, attempts)).toEqual([])
  })

  it('[O1] unsubscribes with one click only if it is a link to unsubscribe', async () => {
    const { id: customerId } = await aCustomer(portal.db)
    const { id: subjectId } = await aSend(portal.db, customerId)
    const right = await plantLink(portal.db, 'unsubscribe', { customerId, subjectId, expiresAt: tomorrow() })
    const before = await digestOf(portal.pool)
    for (const token of Object.values(wrongTokens(planted.own, 'unsubscribe'))) expect(await oneClick(token)).toBe(404)
    expect(changedTables(before, await digestOf(portal.pool))).toEqual([])
    expect(await oneClick(right)).toBe(200)
    expect(changedTables(before, await digestOf(portal.pool))).toContain('consents')
  })

  const oneClick = async (token: string): Promise<number> => {
    const path = `/api/unsubscribe/${token}`
    return (await post(portal.url, ANONYMOUS, path, 'https://mail.example', 'List-Unsubscribe=One-Click')).status
  }
})

describe('the oracle', () => {
  it(
    '[O1] notices the change of every allowed action, without scripting and in the encoding of the refused attempts',
    async () => {
      const ineffective: string[] = []
      for (const action of inOrder(actions))
        ineffective.push(...(await ineffectiveEncodings(portal, action, plantedFor)))
      expect(ineffective).toEqual([])
    },
    LIMIT_MS,
  )
})
