import { and, eq } from 'drizzle-orm'
import { Pool, type PoolClient } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'
import { auditChains, auditEvents, auditSeals, customerKeys } from '@/db/schema'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { newId } from '@/lib/values/ids'
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

describe('the application’s role', () => {
  it.each([
    ['change events', `update audit_events set details = null`],
    ['delete events', `delete from audit_events`],
    ['empty the history', `truncate audit_events`],
    ['alter the table of events', `alter table audit_events drop column hash`],
    ['disable triggers', `alter table audit_events disable trigger all`],
    ['skip triggers and foreign keys', `set session_replication_role = replica`],
    [
      'insert an event',
      `insert into audit_events (customer_id, seq, at, event, hash) select gen_random_uuid(), 1, now(), 'note.written', '\\x00'`,
    ],
    ['start a chain', `insert into audit_chains select gen_random_uuid(), 9, '\\x00'`],
    ['move a head backwards', `update audit_chains set seq = seq - 1`],
    ['delete a head', `delete from audit_chains`],
    ['empty the heads', `truncate audit_chains`],
    ['change a seal', `update audit_seals set signature = '\\x00'`],
    ['delete a seal', `delete from audit_seals`],
    ['empty the seals', `truncate audit_seals`],
    ['change a customer’s key', `update customer_keys set wrapped = '\\x00'`],
    ['delete a customer’s key', `delete from customer_keys`],
    ['empty the keys', `truncate customer_keys`],
    ['become the owner', `set role retrato`],
    [
      'replace the function',
      `create or replace function append_audit_events() returns void language sql as 'select 1'`,
    ],
    ['give the function to everybody', `alter function append_audit_events owner to current_user`],
  ])('cannot %s', async (_what, statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|22023)$/) })
  })

  it('cannot make the function write to tables of its own', async () => {
    const client = await app.connect()
    try {
      await client.query('begin')
      await client.query('create temporary table audit_chains (customer_id uuid primary key, seq bigint, hash bytea)')
      await client.query('set local search_path = pg_temp, public')
      const customerId = newId()
      await appendWith(client, customerId)
      const count = async (table: string) =>
        (await client.query(`select 1 from ${table} where customer_id = $1`, [customerId])).rowCount
      expect([await count('pg_temp.audit_chains'), await count('public.audit_chains')]).toEqual([0, 1])
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('appends events whose hash the database computes as the portal does', () =>
    asOwner(async (db) => {
      const { id } = await aCustomer(db)
      const odd = 'aspas " barra \\ nova\nlinha \t \u0001 é 漢 😀 \u2028 </script>'
      const actor = { userId: null, requestId: odd, now: new Date('2026-01-02T03:04:05.006Z') }
      const values = { body: odd.repeat(20) }
      await record(db, actor, { event: 'note.written', customerId: id, subject: odd, details: { odd }, after: values })
      await record(db, actor, { event: 'note.written', customerId: id })
      expect(await verifyAudit(db, id)).toMatchObject({ events: 2, first: null })
    }))
})

const appendWith = (client: PoolClient, customerId: string) =>
  client.query(
    `select append_audit_events(array[$1]::uuid[], array[now()], array[null]::uuid[], array['note.written'], array[null]::text[],
      array[null]::bytea[], array[null]::text[], array[null]::text[])`,
    [customerId],
  )
