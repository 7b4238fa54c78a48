'use server'

import { formAction } from '@/lib/http/form-action'
import { writeNote } from './commands'

export const writeNoteAction = formAction(writeNote, {
  flash: 'note_written',
  repeatedFlash: 'saved_before',
  redirectTo: (v) => `/customers/${v.customerId}/notes`,
})
