'use server'

import { formAction } from '@/lib/http/form-action'
import { writeNote } from './commands'

export const writeNoteAction = formAction(writeNote, {
  flash: 'note_written',
  redirectTo: (v) => `/customers/${v.customerId}/notes`,
})
