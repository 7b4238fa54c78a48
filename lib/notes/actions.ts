'use server'

import { formAction } from '@/lib/http/form-action'
import { writeNote } from './commands'

export const writeNoteAction = formAction(writeNote, {
  flash: 'note_written',
  done: (v) => `/customers/${v.customerId}/notes`,
})
