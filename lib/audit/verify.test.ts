import { and, eq } from 'drizzle-orm'
import { Pool } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'
import { auditChains, auditEvents, auditSeals, customerKeys } from '@/db/schema'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { record } from './record'
import { sealHeads } from './seal-heads'
import { verifyAudit } from './verify'

class RolledBack extends Error {}

jest.setTimeout(30_000)
let [owner, app] = [null as unknown as Pool, null as unknown as Pool]
beforeAll(() => {
  owner = new Pool({ connectionString: process.env.TEST_OWNER_URL, max: 2 })
  app = new Pool({ connectionString: process.env.TEST_DATABASE_URL, max: 2 })
})
afterAll(() => Promise.all([owner.end(), app.end()]))

/** Runs `work` as the owner of the database, who can do what the application's role cannot. */
async function asOwner(work: (db: Primary) => Promise<void>) {
  await primaryOn(owner)
    .transaction(async (db) => {
      await work(db)
      throw new RolledBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error
    })
}

async function aChain(db: Primary, events = 5): Promise<string> {
  const ctx = await aCtx(db)
  const { id } = await aCustomer(db)
  const actor = { userId: ctx.viewer.userId, requestId: 'r', now: ctx.now }
  for (let i = 0; i < events; i++)
    await record(db, actor, {
      event: 'note.written',
      customerId: id,
      before: null,
      after: { body: `nota ${i}` },
      details: { i },
    })
  return id
}

const event = (customerId: string, seq: number) => and(eq(auditEvents.customerId, customerId), eq(auditEvents.seq, seq))

it('verifies an untouched history, before and after the heads are signed', () =>
  asOwner(async (db) => {
    const id = await aChain(db)
    expect(await verifyAudit(db, id)).toEqual({ chains: 1, events: 5, seals: 0, first: null })
    await sealHeads(db, new Date())
    expect(await verifyAudit(db, id)).toEqual({ chains: 1, events: 5, seals: 1, first: null })
  }))

it('signs a head once, until it moves', () =>
  asOwner(async (db) => {
    await aChain(db)
    expect(await sealHeads(db, new Date())).toBeGreaterThan(0)
    expect(await sealHeads(db, new Date())).toBe(0)
    await aChain(db, 1)
    expect(await sealHeads(db, new Date())).toBe(1)
  }))

const tampering: [string, (db: Primary, id: string) => Promise<unknown>, { seq: number; kind: string }][] = [
  [
    'an altered event',
    (db, id) => db.update(auditEvents).set({ details: '{"i":7}' }).where(event(id, 3)),
    { seq: 3, kind: 'altered' },
  ],
  [
    'an event put under another name',
    (db, id) => db.update(auditEvents).set({ actorId: null }).where(event(id, 2)),
    { seq: 2, kind: 'altered' },
  ],
  [
    'an event taken from the middle',
    (db, id) => db.delete(auditEvents).where(event(id, 2)),
    { seq: 2, kind: 'missing' },
  ],
  ['the last event taken away', (db, id) => db.delete(auditEvents).where(event(id, 5)), { seq: 5, kind: 'cut' }],
]

it.each(tampering)('detects and names %s', (_what, tamper, broken) =>
  asOwner(async (db) => {
    const id = await aChain(db)
    await tamper(db, id)
    expect((await verifyAudit(db, id)).first).toEqual({ customerId: id, ...broken })
  }),
)

it('detects a cut end of a signed chain even when the head was moved back to match', () =>
  asOwner(async (db) => {
    const id = await aChain(db)
    await sealHeads(db, new Date())
    await db.delete(auditEvents).where(event(id, 5))
    const [last] = await db.select().from(auditEvents).where(event(id, 4))
    await db.update(auditChains).set({ seq: 4, hash: last!.hash }).where(eq(auditChains.customerId, id))
    expect((await verifyAudit(db, id)).first).toEqual({ customerId: id, seq: 5, kind: 'cut' })
  }))

it('detects a chain when only its seal is left', () =>
  asOwner(async (db) => {
    const id = await aChain(db)
    await sealHeads(db, new Date())
    await db.delete(auditEvents).where(eq(auditEvents.customerId, id))
    await db.delete(auditChains).where(eq(auditChains.customerId, id))
    expect((await verifyAudit(db)).first).toEqual({ customerId: id, seq: 1, kind: 'cut' })
  }))

it('detects a seal that was made without the key', () =>
  asOwner(async (db) => {
    const id = await aChain(db)
    await sealHeads(db, new Date())
    await db
      .update(auditSeals)
      .set({ signature: Buffer.alloc(32) })
      .where(eq(auditSeals.customerId, id))
    expect((await verifyAudit(db, id)).first).toEqual({ customerId: id, seq: 5, kind: 'forged' })
  }))

it('still verifies after a customer’s key was erased', () =>
  asOwner(async (db) => {
    const id = await aChain(db)
    await db.delete(customerKeys).where(eq(customerKeys.customerId, id))
    expect((await verifyAudit(db, id)).first).toBeNull()
  }))

it.each([
  ['update', `update audit_events set details = null`],
  ['delete', `delete from audit_events`],
  ['truncate', `truncate audit_events`],
  ['alter', `alter table audit_events drop column hash`],
  ['disable', `alter table audit_events disable trigger all`],
])('the application’s role cannot %s the history', async (_verb, statement) => {
  await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' })
})
