import type { imports } from '@/db/schema'
import type { Viewer } from '@/lib/access/viewer'

/** A file may name any customer, so importing needs a scope over all of them. */
export const mayImport = (viewer: Viewer): boolean => viewer.can('imports.run') && viewer.scope.kind === 'all'

/** The rows of a file are personal data: its uploader and the roles that read personal data may see them. */
export const maySeeRows = (viewer: Viewer, file: { createdBy: string }): boolean =>
  mayImport(viewer) && (file.createdBy === viewer.userId || viewer.can('personal.read'))

type Ended = Pick<typeof imports.$inferSelect, 'status' | 'rowsDone' | 'undoFinishedAt'>

/** Whether an import has ended, has done something, and is not undone. */
export const canUndo = ({ status, rowsDone, undoFinishedAt }: Ended): boolean =>
  (status === 'finished' || status === 'cancelled' || status === 'failed') && rowsDone > 0 && !undoFinishedAt
