import { sql, type AnyColumn, type SQL } from 'drizzle-orm'
import { customers, duplicatePairs } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer'

/** Nobody has decided about this evidence yet. */
export const isOpen = sql`${duplicatePairs.decidedEvidence} is distinct from ${duplicatePairs.evidence}`

/** Somebody decided that these are different customers, and the evidence is still the same. */
export const isDismissed = sql`(${duplicatePairs.decidedAt} is not null and ${duplicatePairs.decidedEvidence} = ${duplicatePairs.evidence})`

/**
 * Both customers are in the viewer's scope and are surviving records. A pair with an absorbed record is hidden, and shown again if the
 * merge is undone.
 */
export const isVisibleTo = (viewer: Viewer): SQL =>
  sql`${isSurvivorInScope(duplicatePairs.customerId, viewer)} and ${isSurvivorInScope(duplicatePairs.otherId, viewer)}`

function isSurvivorInScope(id: AnyColumn, viewer: Viewer): SQL {
  const scope = scopedTo(viewer)
  return sql`exists (select from ${customers} where ${customers.id} = ${id} and ${customers.survivorId} is null ${scope && sql`and ${scope}`})`
}
