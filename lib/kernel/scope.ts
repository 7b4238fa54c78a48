import { eq, sql, type SQL } from 'drizzle-orm'
import { customers } from '@/db/schema'
import type { Viewer } from '@/lib/auth/viewer'

/** The WHERE of everything about customers: what is outside a viewer's scope looks absent. */
export function scopedTo(viewer: Viewer): SQL | undefined {
  const { scope } = viewer
  if (scope.kind === 'all') return undefined
  if (scope.kind === 'own') return eq(customers.assignedUserId, viewer.userId)
  // One parameter, so that a named statement keeps its text whatever the number of stores.
  return sql`${customers.storeId} = any(${sql.param(scope.storeIds)}::uuid[])`
}

/** Part of a named statement's name: statements of one name have one text. */
export const scopeName = ({ scope }: Viewer): string => (scope.kind === 'stores' ? `stores_${scope.storeIds.length}` : scope.kind)
