import { createHash } from 'node:crypto'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { acceptanceEvents, type ACCEPTANCE_EVENTS } from '@/db/schema'
import { GENESIS, link } from '@/lib/audit/chain'

export type EvidenceKind = (typeof ACCEPTANCE_EVENTS)[number]
export type EvidenceRow = typeof acceptanceEvents.$inferSelect
export type Details = Record<string, string | number | null>

/** The key of an acceptance. */
export type Whole = { customerId: string; id: string }

export type Evidence = {
  kind: EvidenceKind
  at: Date
  ip?: string | null
  userAgent?: string | null
  details?: Details
}

/** Appends events to an acceptance's evidence. The caller must have locked the acceptance's row, so that two writers cannot follow the same event. */
export async function addEvidence(tx: Primary, { customerId, id }: Whole, ...happened: Evidence[]): Promise<void> {
  const [last] = await tx
    .select({ seq: acceptanceEvents.seq, hash: acceptanceEvents.hash })
    .from(acceptanceEvents)
    .where(of({ customerId, id }))
    .orderBy(desc(acceptanceEvents.seq))
    .limit(1)
  await tx.insert(acceptanceEvents).values(chained({ customerId, id }, happened, last))
}

/** Returns the rows of these events, each with the hash of the one before. */
export function chained(
  { customerId, id }: Whole,
  happened: readonly Evidence[],
  last: { seq: number; hash: Buffer } = { seq: 0, hash: GENESIS },
): EvidenceRow[] {
  let { seq, hash }: { seq: number; hash: Buffer } = last
  return happened.map(({ kind, at, ip = null, userAgent = null, details }) => {
    const row = {
      customerId,
      acceptanceId: id,
      seq: ++seq,
      kind,
      at,
      ip,
      userAgent,
      details: details ? canonical(details) : null,
    }
    hash = link(hash, digestOf(row))
    return { ...row, hash }
  })
}

/** Returns an acceptance's evidence in order. It is a few dozen events at most, because the number of codes is limited. */
export const listEvidence = (db: Primary, acceptance: Whole): Promise<EvidenceRow[]> =>
  db.select().from(acceptanceEvents).where(of(acceptance)).orderBy(asc(acceptanceEvents.seq)).limit(200)

/** Whether the hash of every event matches the event before it. */
export function isIntact(rows: readonly EvidenceRow[]): boolean {
  let hash: Buffer = GENESIS
  return rows.every((row, index) => {
    hash = link(hash, digestOf(row))
    return row.seq === index + 1 && hash.equals(row.hash)
  })
}

export const detailsOf = ({ details }: Pick<EvidenceRow, 'details'>): Details =>
  details ? (JSON.parse(details) as Details) : {}

const of = ({ customerId, id }: Whole) =>
  and(eq(acceptanceEvents.customerId, customerId), eq(acceptanceEvents.acceptanceId, id))

/** Sorts the keys, so that equal details have equal hashes. */
const canonical = (details: Details) =>
  JSON.stringify(Object.fromEntries(Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1))))

function digestOf(row: Omit<EvidenceRow, 'hash'>): Buffer {
  const all = [
    row.customerId,
    row.acceptanceId,
    row.seq,
    row.kind,
    row.at.toISOString(),
    row.ip,
    row.userAgent,
    row.details,
  ]
  return createHash('sha256').update(JSON.stringify(all)).digest()
}
