import { asc, eq } from 'drizzle-orm'
import { auditEvents, consents } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { canContact } from '@/lib/contact-policy/policy'
import { newId } from '@/lib/values/ids'
import { aCtx, aMerged, aStore } from '@/lib/testing/builders'
import { setPreference } from './commands'
import { listLedger, listPreferences } from './queries'

const { db } = useTestDatabase()

async function aCase() {
  const ctx = await aCtx(db())
  const { survivor, absorbed, memberIds } = await aMerged(db())
  const customer = { id: survivor.id, survivorId: survivor.id, memberIds }
  const say = (customerId: string, action: 'accepted' | 'cancelled', day: number) =>
    db()
      .insert(consents)
      .values({
        customerId,
        id: newId(),
        preference: 'email',
        purpose: 'service',
        action,
        origin: 'admin',
        at: new Date(Date.UTC(2025, 0, day)),
      })
  const actions = async (customerId: string) =>
    (await db().select().from(consents).where(eq(consents.customerId, customerId)).orderBy(asc(consents.id))).map(
      (row) => row.action,
    )
  const set = (action: 'accepted' | 'cancelled') =>
    setPreference(ctx, {
      ...{ customerId: survivor.id, preference: 'email', purpose: 'service', action },
      ...{ reason: 'Pediu de novo', source: 'phone' },
    })
  return { ctx, survivor, absorbed, customer, say, actions, set }
}

it('applies a cancellation of an absorbed record, and names the record', async () => {
  const { ctx, survivor, absorbed, customer, say } = await aCase()
  await say(absorbed.id, 'cancelled', 1)
  await say(survivor.id, 'accepted', 9)
  const state = await listPreferences(ctx, customer)
  expect(state).toMatchObject([{ action: 'cancelled', from: absorbed.name }])
  expect(canContact([], state, 'email', 'service')).toMatchObject({ rule: 'no_point' })
  expect(
    canContact([{ id: 'p', channel: 'email', primary: true, blockedAt: null }], state, 'email', 'service'),
  ).toMatchObject({ rule: 'cancelled', from: absorbed.name })
  expect((await listLedger(ctx, customer)).entries.map((e) => e.from)).toEqual([null, absorbed.name])
})

it('writes an acceptance to every record that had cancelled, each in its own chain', async () => {
  const { ctx, survivor, absorbed, customer, say, actions, set } = await aCase()
  await say(absorbed.id, 'cancelled', 1)
  expect(await set('accepted')).toMatchObject({ ok: true, value: { customerId: survivor.id } })
  expect([await actions(survivor.id), await actions(absorbed.id)]).toEqual([['accepted'], ['cancelled', 'accepted']])
  expect(await listPreferences(ctx, customer)).toMatchObject([{ action: 'accepted' }])
  const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, absorbed.id))
  expect(events.map((e) => e.event)).toEqual(['consent.accepted'])
})

it('writes a cancellation to the survivor alone, and nothing where an absorbed record cancelled already', async () => {
  const { survivor, absorbed, say, actions, set } = await aCase()
  await say(absorbed.id, 'accepted', 1)
  await set('cancelled')
  await set('cancelled')
  expect([await actions(survivor.id), await actions(absorbed.id)]).toEqual([['cancelled'], ['accepted']])
})

it('is readable only for viewers who may see the survivor', async () => {
  const [mine, other] = [await aStore(db()), await aStore(db())]
  const { survivor, absorbed, memberIds } = await aMerged(db(), {
    survivor: { storeId: mine.id },
    absorbed: { storeId: other.id },
  })
  await db().insert(consents).values({
    customerId: absorbed.id,
    id: newId(),
    preference: 'sms',
    purpose: 'service',
    action: 'cancelled',
    origin: 'app',
  })
  const of = (storeId: string) => aCtx(db(), 'seller', { kind: 'stores', storeIds: [storeId] })
  const customer = { id: survivor.id, survivorId: survivor.id, memberIds }
  expect(await listPreferences(await of(mine.id), customer)).toHaveLength(1)
  expect(await listPreferences(await of(other.id), customer)).toEqual([])
  expect((await listLedger(await of(other.id), customer)).entries).toEqual([])
})
