import { LINK_PURPOSES, type links } from '@/db/schema/outbox'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { newToken } from '@/lib/values/tokens'
import { aCustomer } from '@/lib/testing/builders'
import { findLink, findLinkEvenExpired, issueLink } from './links'

const { db } = useTestDatabase()

type Purpose = (typeof links.$inferSelect)['purpose']

const NOW = new Date('2026-06-30T12:00:00Z')
const LATER = new Date('2026-06-30T12:00:01Z')

async function aLink(purpose: Purpose, expiresAt: Date | null = null) {
  const subject = { customerId: (await aCustomer(db())).id, subjectId: newId() }
  const url = await issueLink(db(), purpose, { ...subject, expiresAt })
  return { subject, token: url.slice(url.lastIndexOf('/') + 1) }
}

describe.each(LINK_PURPOSES)('a link of purpose %s', (issued) => {
  it.each(LINK_PURPOSES)('is found as %s only if that is its purpose', async (asked) => {
    const { token, subject } = await aLink(issued)
    const expected = asked === issued ? { ...subject, expiresAt: null } : null
    expect(await findLink(db(), asked, token, NOW)).toEqual(expected)
    expect(await findLinkEvenExpired(db(), asked, token)).toEqual(expected)
  })
})

it('finds a link until it expires, and afterwards only if expired links are requested', async () => {
  const { token, subject } = await aLink('documents', LATER)
  expect(await findLink(db(), 'documents', token, NOW)).toMatchObject(subject)
  expect(await findLink(db(), 'documents', token, LATER)).toBeNull()
  expect(await findLinkEvenExpired(db(), 'documents', token)).toMatchObject({ ...subject, expiresAt: LATER })
})

it.each([
  ['an unknown token', newToken()],
  ['a text that is not a token', 'short'],
  ['no token', undefined],
])('finds nothing for %s', async (_name, token) => {
  await aLink('acceptance')
  expect(await findLink(db(), 'acceptance', token, NOW)).toBeNull()
})
