import type { Viewer } from '@/lib/access/viewer'

type AssignmentRule = 'assigned_or_admin' | 'admin'

/** Whether the viewer may change or remove the assigned user: an admin, or by default also that user (Sagicc, "Usuario Asignado"). */
export function mayAssign(viewer: Viewer, customer: { assignedUserId: string | null }, rule: AssignmentRule): boolean {
  if (!viewer.can('customers.assign')) return false
  if (viewer.can('customers.assign_any')) return true
  return rule === 'assigned_or_admin' && customer.assignedUserId === viewer.userId
}

/** A viewer with a scope of stores may only choose one of them. */
export const mayUseStore = ({ scope }: Viewer, storeId: string | null): boolean =>
  scope.kind !== 'stores' || (storeId !== null && scope.storeIds.includes(storeId))
