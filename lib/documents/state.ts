export type DocumentState = 'available' | 'archived' | 'deleted'

export const stateOf = ({
  archivedAt,
  deletedAt,
}: {
  archivedAt: Date | null
  deletedAt: Date | null
}): DocumentState => (deletedAt ? 'deleted' : archivedAt ? 'archived' : 'available')
