import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { auditChains, auditEvents, auditSeals } from '@/db/schema'
import { GENESIS, link, rowDigest } from './chain'
import { isSigned } from './signature'

/** Why the verification of a chain failed, and at which event. */
type Break = {
  customerId: string
  seq: number
  /** `altered`: an event does not match its hash. `missing`: a sequence number is skipped. `cut`: the end is missing. `forged`: a seal's signature is wrong. */
  kind: 'altered' | 'missing' | 'cut' | 'forged'
}

export type Verdict = { chains: number; events: number; seals: number; first: Break | null }

const BATCH = 2_000

/**
 * Recomputes every chain from its first event, and compares it with its head and its signed seals. Stops at the
 * first break of each chain, and reports the first one in the order of customer ids. Reads in batches.
 */
export async function verifyAudit(db: Primary, onlyCustomerId?: string): Promise<Verdict> {
  const verdict: Verdict = { chains: 0, events: 0, seals: 0, first: null }
  for await (const customerId of chainIds(db, onlyCustomerId)) {
    const checked = await verifyChain(db, customerId)
    verdict.chains += 1
    verdict.events += checked.events
    verdict.seals += checked.seals
    verdict.first ??= checked.broken
  }
  return verdict
}

/** Collects chains from events, heads and seals, so that deleting a head with its events does not hide the chain. */
async function* chainIds(db: Primary, only?: string): AsyncGenerator<string> {
  if (only) return yield only
  for (let after = ''; ;) {
    const place = after ? sql`where customer_id > ${after}::uuid` : sql``
    const { rows } = await db.execute<{ id: string }>(sql`
      select id from (
        (select customer_id as id from audit_chains ${place} order by customer_id limit ${BATCH})
        union (select distinct customer_id from audit_seals ${place} order by customer_id limit ${BATCH})
        union (select distinct customer_id from audit_events ${place} order by customer_id limit ${BATCH})
      ) known order by id limit ${BATCH}`)
    for (const { id } of rows) yield id
    if (rows.length < BATCH) return
    after = rows.at(-1)!.id
  }
}

type Checked = { events: number; seals: number; broken: Break | null }

async function verifyChain(db: Primary, customerId: string): Promise<Checked> {
  const seals = await db
    .select()
    .from(auditSeals)
    .where(eq(auditSeals.customerId, customerId))
    .orderBy(asc(auditSeals.seq))
  const forged = seals.find((seal) => !isSigned(seal, seal.signature))
  const sealed = new Map(seals.map((seal) => [seal.seq, seal.hash]))
  const walked = await walk(db, customerId, sealed)
  const broken =
    walked.broken ??
    (forged ? at(forged, 'forged') : null) ??
    (await cut(db, customerId, walked, seals.at(-1)?.seq ?? 0))
  return { events: walked.seq, seals: seals.length, broken }
}

type Walked = { seq: number; hash: Buffer; broken: Break | null }

async function walk(db: Primary, customerId: string, sealed: ReadonlyMap<number, Buffer>): Promise<Walked> {
  let [seq, hash] = [0, GENESIS as Buffer]
  for (;;) {
    const rows = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.customerId, customerId), gt(auditEvents.seq, seq)))
      .orderBy(asc(auditEvents.seq))
      .limit(BATCH)
    for (const row of rows) {
      if (row.seq !== seq + 1) return { seq, hash, broken: { customerId, seq: seq + 1, kind: 'missing' } }
      const expected = link(hash, rowDigest(row))
      const seal = sealed.get(row.seq)
      if (!expected.equals(row.hash) || (seal && !seal.equals(expected)))
        return { seq, hash, broken: at(row, 'altered') }
      ;[seq, hash] = [row.seq, expected]
    }
    if (rows.length < BATCH) return { seq, hash, broken: null }
  }
}

/** Compares the end of a chain with its head and its last seal. An event written during the verification is not a break. */
async function cut(db: Primary, customerId: string, { seq, hash }: Walked, lastSealed: number): Promise<Break | null> {
  if (lastSealed > seq) return { customerId, seq: seq + 1, kind: 'cut' }
  const [head] = await db.select().from(auditChains).where(eq(auditChains.customerId, customerId))
  if (!head || head.seq < seq) return { customerId, seq, kind: 'altered' }
  if (head.seq === seq) return head.hash.equals(hash) ? null : { customerId, seq, kind: 'altered' }
  const [next] = await db
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(and(eq(auditEvents.customerId, customerId), eq(auditEvents.seq, seq + 1)))
  return next ? null : { customerId, seq: seq + 1, kind: 'cut' }
}

const at = ({ customerId, seq }: { customerId: string; seq: number }, kind: Break['kind']): Break => ({
  customerId,
  seq,
  kind,
})
