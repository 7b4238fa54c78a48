import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import { suppressions } from '@/db/schema'
import { listContactAnswers } from '@/lib/profile/contact-answers'
import { addressHash } from '@/lib/sending/address'
import { plantAgendaConsent } from '@/lib/testing/agenda'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { randomOf, type Random } from '@/lib/values/random'
import { MAY_CONTACT, NEWEST_CONSENT } from './may-contact'

const { db } = useTestDatabase()

const NOW = new Date('2026-11-29T15:00:00Z')
const DAYS = ['2026-01-01', '2026-02-01', '2026-03-01'].map((day) => new Date(day))
const PHONES = ['+5511987654321', '+5511912345678', '+551133334444']
const CUSTOMERS = 60

/** A customer of one or two records with any phones, bells, stars and entries about the agenda. */
async function anybody(random: Random): Promise<string[]> {
  const survivor = await aCustomer(db())
  const absorbed = random.chance(0.4) ? await aCustomer(db(), { survivorId: survivor.id }) : null
  const memberIds = absorbed ? [survivor.id, absorbed.id] : [survivor.id]
  for (const customerId of memberIds) {
    for (const normalized of PHONES) if (random.chance(0.4)) await anyPhone(random, customerId, normalized)
    for (const at of DAYS)
      if (random.chance(0.5))
        await plantAgendaConsent(db(), customerId, random.chance(0.8) ? 'accepted' : 'cancelled', at)
  }
  return memberIds
}

async function anyPhone(random: Random, customerId: string, normalized: string): Promise<void> {
  const channel = normalized === PHONES[2] ? 'landline' : random.pick(['mobile', 'whatsapp'] as const)
  const blockedAt = random.chance(0.2) ? NOW : null
  const retiredAt = random.chance(0.2) ? NOW : null
  await aPoint(db(), customerId, { channel, value: normalized, normalized, matchKey: null, blockedAt, retiredAt })
}

it('gives the answer of the contact policy, whatever the customer’s phones, bells and preferences are', async () => {
  const random = randomOf('may contact')
  const ctx = { ...(await aCtx(db(), 'admin')), now: NOW }
  const suppressed = { channel: 'sms' as const, addressHash: addressHash(PHONES[1]!), at: DAYS[1]! }
  await db()
    .insert(suppressions)
    .values({ ...suppressed, reason: 'unsubscribed', purpose: 'marketing' })
  const answers = new Set<boolean>()
  for (let count = 0; count < CUSTOMERS; count++) {
    const memberIds = await anybody(random)
    const group = { survivorId: memberIds[0]!, memberIds, revealed: new Set<string>() }
    const found = (await listContactAnswers(ctx, group)).find(
      ({ means, purpose }) => means === 'agenda' && purpose === 'marketing',
    )
    const expected = found?.answer.verdict === 'yes' || found?.answer.verdict === 'choose'
    const [row] = await readRows<{ may: boolean }>(
      db(),
      sql`select ${MAY_CONTACT} as may from (select ${memberIds[0]}::uuid as root, ${sql.param(memberIds)}::uuid[] as ids) m cross join ${NEWEST_CONSENT}`,
    )
    expect(row?.may).toBe(expected)
    answers.add(expected)
  }
  expect(answers.size).toBe(2)
})
