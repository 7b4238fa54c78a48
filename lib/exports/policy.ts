import type { ExportAccess } from '@/db/schema/exports'
import type { Viewer } from '@/lib/access/viewer'

/** The users who see all exports, besides those who requested them. */
export const seesAllExports = (viewer: Viewer): boolean => viewer.role === 'admin'

export const mayOpenExport = (viewer: Viewer, { requestedBy }: { requestedBy: string }): boolean =>
  viewer.can('exports.create') && (requestedBy === viewer.userId || seesAllExports(viewer))

/** What a viewer can see at this moment. */
export const accessOf = (viewer: Viewer): ExportAccess => ({
  scope: viewer.scope.kind,
  storeIds: viewer.scope.kind === 'stores' ? viewer.scope.storeIds : [],
  isInClear: viewer.can('personal.read'),
})

/** Whether a viewer may still see everything that a file has: their scope has not become narrower, nor their masks stricter. */
export function coversAccess(viewer: Viewer, file: ExportAccess): boolean {
  const now = accessOf(viewer)
  if (file.isInClear && !now.isInClear) return false
  if (now.scope === 'all') return true
  if (now.scope !== file.scope) return false
  return now.scope === 'own' || file.storeIds.every((id) => now.storeIds.includes(id))
}
