import type { Viewer } from '@/lib/access/viewer'

/** A file may name any customer: only who reaches all of them may import. */
export const mayImport = (viewer: Viewer): boolean => viewer.can('imports.run') && viewer.scope.kind === 'all'

/** The rows of a file are personal data: for who brought it, and for who sees such data anyway. */
export const maySeeRows = (viewer: Viewer, file: { createdBy: string }): boolean =>
  mayImport(viewer) && (file.createdBy === viewer.userId || viewer.can('personal.read'))
