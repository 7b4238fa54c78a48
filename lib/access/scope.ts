import { eq, sql, type Placeholder, type SQL } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { param } from '@/db/prepared-query'
import type { Scope, Viewer } from './viewer'

/** The WHERE condition of every query about customers: a customer outside the viewer's scope looks absent. */
export const scopedTo = (viewer: Viewer): SQL | undefined =>
  within(viewer.scope.kind, viewer.userId, sql`${sql.param(storeIdsOf(viewer))}`)

/** The same for a prepared query; pass `scopeValues` to its `execute`. */
export const scopedAs = (kind: Scope['kind']): SQL | undefined =>
  within(kind, param('viewerId'), sql`${param('storeIds')}`)

export const scopeValues = (viewer: Viewer) => ({ viewerId: viewer.userId, storeIds: storeIdsOf(viewer) })

function within(kind: Scope['kind'], userId: string | Placeholder, storeIds: SQL): SQL | undefined {
  if (kind === 'all') return undefined
  // One parameter, so that the statement text does not depend on the number of stores.
  return kind === 'own' ? eq(customers.assignedUserId, userId) : sql`${customers.storeId} = any(${storeIds}::uuid[])`
}

const storeIdsOf = ({ scope }: Viewer): string[] => (scope.kind === 'stores' ? scope.storeIds : [])
