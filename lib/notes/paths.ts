import { idAfter } from '@/lib/values/ids'

/** The section with a customer's notes. */
export const toNotes = (customerId: string) => `/customers/${customerId}/notes`

/** The page of the notes that begins with this one. */
export const toNote = (customerId: string, noteId: string) =>
  `${toNotes(customerId)}?cursor=${idAfter(noteId)}#${noteAnchor(noteId)}`

export const noteAnchor = (noteId: string) => `note-${noteId}`
