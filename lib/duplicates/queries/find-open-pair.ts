import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { param, preparedQuery } from '@/db/prepared-query'
import { customers, duplicatePairs } from '@/db/schema'
import { scopedAs, scopeValues } from '@/lib/access/scope'
import type { Scope } from '@/lib/access/viewer'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import { query } from '@/lib/kernel/query'
import { isOpen } from './visible'

/** The count of further pairs stops here. */
const PAIRS_READ = 10

export type OpenPair = {
  /** The other customer of the likeliest pair. */
  other: { id: string; name: string }
  customerId: string
  otherId: string
  probability: number
  evidence: string
  /** How many open pairs the customer has besides, 9 at most. */
  more: number
}

/** The likeliest open pair of a customer whose profile is open; null when there is none in the viewer's scope. */
export const findOpenPair = query('duplicates.read', async ({ db, viewer }, id: string): Promise<OpenPair | null> => {
  const [first, ...others] = await openPairs(db, viewer.scope.kind).execute({ id, ...scopeValues(viewer) })
  return first ? { ...first, more: others.length } : null
})

const openPairs = preparedQuery((db, scope: Scope['kind']) =>
  db
    .select({
      other: { id: customers.id, name: shownNameOf(customers) },
      customerId: duplicatePairs.customerId,
      otherId: duplicatePairs.otherId,
      probability: duplicatePairs.probability,
      evidence: duplicatePairs.evidence,
    })
    .from(duplicatePairs)
    .innerJoin(
      customers,
      eq(
        customers.id,
        sql`case when ${duplicatePairs.customerId} = ${param('id')}::uuid then ${duplicatePairs.otherId} else ${duplicatePairs.customerId} end`,
      ),
    )
    .where(
      and(
        sql`(${duplicatePairs.customerId} = ${param('id')}::uuid or ${duplicatePairs.otherId} = ${param('id')}::uuid)`,
        isOpen,
        isNull(customers.survivorId),
        scopedAs(scope),
      ),
    )
    .orderBy(desc(duplicatePairs.probability), desc(duplicatePairs.customerId), desc(duplicatePairs.otherId))
    .limit(PAIRS_READ),
)
