import { eq, inArray, or, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { contactPoints, customers, fieldValidations, importFingerprints } from '@/db/schema'
import { findCancelled } from '@/lib/consents/import-cancellations'
import { lockGroups } from '@/lib/customer-group/lock'
import { survivorIdAs, survivorIdOf } from '@/lib/customer-group/scope'
import type { Candidate } from '../row/types'

export type Person = typeof customers.$inferSelect
export type KnownPoint = { channel: string; normalized: string; live: boolean }

/** The existing customers that a batch may refer to; merged records are resolved to their survivors. */
export type Found = {
  byExternalId: Map<string, string>
  byDocument: Map<string, string[]>
  byFingerprint: Map<string, string>
  people: Map<string, Person>
  points: Map<string, KnownPoint[]>
  /** The registration fields of each customer that somebody has validated. */
  validated: Map<string, Set<string>>
  /** What each customer has cancelled; empty when no row has an opt-out. */
  cancelled: Map<string, Set<string>>
}

export const documentKey = (document: { type: string; number: string }) => `${document.type}:${document.number}`

const root = survivorIdOf(customers)

type Wanted = { candidates: readonly Candidate[]; fingerprints: readonly string[]; source: string; lock: boolean }

/** Looks up a whole batch at once. With `lock`, the customers found stay locked until the transaction ends. */
export async function findBatch(db: Primary, { candidates, fingerprints, source, lock }: Wanted): Promise<Found> {
  const byExternalId = await findExternalIds(
    db,
    source,
    candidates.flatMap((c) => [c.externalId, c.otherId].filter((id) => id !== null)),
  )
  const byDocument = await findDocuments(
    db,
    candidates.flatMap((c) => c.document?.number ?? []),
  )
  const byFingerprint = await findFingerprints(db, fingerprints)
  const ids = [
    ...new Set([...byExternalId.values(), ...[...byDocument.values()].flat(), ...byFingerprint.values()]),
  ].sort()
  const people = await findPeople(db, ids, lock)
  const [points, validated] = [await findPoints(db, ids), await findValidated(db, ids)]
  const cancelled = await findCancelled(db, candidates.some(({ optOuts }) => optOuts.length) ? ids : [])
  return { byExternalId, byDocument, byFingerprint, people, points, validated, cancelled }
}

async function findExternalIds(db: Primary, source: string, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map()
  const { rows } = await db.execute<{ external_id: string; root: string }>(sql`
    select e.external_id, ${survivorIdAs('c')} as root from external_ids e join customers c on c.id = e.customer_id
    where e.source = ${source} and e.external_id = any(${sql.param(ids)}::text[])`)
  return new Map(rows.map((row) => [row.external_id, row.root]))
}

async function findDocuments(db: Primary, numbers: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (!numbers.length) return found
  const rows = await db
    .selectDistinct({ type: customers.documentType, number: customers.documentNumber, root })
    .from(customers)
    .where(sql`${customers.documentNumber} = any(${sql.param(numbers)}::text[])`)
  for (const { type, number, root } of rows) {
    const key = documentKey({ type: type!, number: number! })
    found.set(key, [...(found.get(key) ?? []), root])
  }
  return found
}

async function findFingerprints(db: Primary, fingerprints: readonly string[]): Promise<Map<string, string>> {
  if (!fingerprints.length) return new Map()
  const rows = await db
    .select({ fingerprint: importFingerprints.fingerprint, root })
    .from(importFingerprints)
    .innerJoin(customers, eq(customers.id, importFingerprints.customerId))
    .where(
      inArray(
        importFingerprints.fingerprint,
        fingerprints.map((f) => Buffer.from(f, 'hex')),
      ),
    )
  return new Map(rows.map((row) => [row.fingerprint.toString('hex'), row.root]))
}

async function findPeople(db: Primary, ids: string[], lock: boolean): Promise<Map<string, Person>> {
  if (!ids.length) return new Map()
  if (lock) return new Map([...(await lockGroups(db, ids))].map(([id, { survivor }]) => [id, survivor]))
  const rows = await db
    .select()
    .from(customers)
    .where(sql`${customers.id} = any(${sql.param(ids)}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Includes removed points and those of merged records, so that an import does not add a removed point again. */
async function findPoints(db: Primary, ids: string[]): Promise<Map<string, KnownPoint[]>> {
  const found = new Map<string, KnownPoint[]>()
  if (!ids.length) return found
  const wanted = sql`any(${sql.param(ids)}::uuid[])`
  const rows = await db
    .select({
      root,
      channel: contactPoints.channel,
      normalized: contactPoints.normalized,
      live: sql<boolean>`${contactPoints.retiredAt} is null`,
    })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .where(or(sql`${customers.id} = ${wanted}`, sql`${customers.survivorId} = ${wanted}`))
  for (const { root, ...point } of rows) found.set(root, [...(found.get(root) ?? []), point])
  return found
}

async function findValidated(db: Primary, ids: string[]): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  if (!ids.length) return found
  const rows = await db
    .select({ customerId: fieldValidations.customerId, field: fieldValidations.field })
    .from(fieldValidations)
    .where(sql`${fieldValidations.customerId} = any(${sql.param(ids)}::uuid[])`)
  for (const { customerId, field } of rows)
    found.set(customerId, (found.get(customerId) ?? new Set<string>()).add(field))
  return found
}
