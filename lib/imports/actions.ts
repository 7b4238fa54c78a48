'use server'

import { buttonAction, intent, intentAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { mapColumns } from './commands/map-columns'
import { readFileAs } from './commands/read-as'
import { acceptRow, refuseRow } from './commands/review-row'
import { startUndo } from './commands/start-undo'
import { startImport } from './commands/start'
import { cancelImport, pauseImport, resumeImport } from './commands/steer'
import { toImport } from './paths'

export const mapColumnsAction = formAction(mapColumns, { redirectTo: ({ importId }) => toImport(importId) })
export const readFileAsAction = formAction(readFileAs, { redirectTo: ({ importId }) => toImport(importId) })
export const startImportAction = buttonAction(startImport, {
  redirectTo: ({ importId }) => toImport(importId),
  flash: 'import_started',
})
export const pauseImportAction = buttonAction(pauseImport, {
  redirectTo: ({ importId }) => toImport(importId),
  flash: 'import_paused',
})
export const resumeImportAction = buttonAction(resumeImport, {
  redirectTo: ({ importId }) => toImport(importId),
  flash: 'import_resumed',
})
export const cancelImportAction = buttonAction(cancelImport, {
  redirectTo: ({ importId }) => toImport(importId),
  flash: 'import_cancelled',
})
/** The buttons of the rows that wait for review. */
export const reviewRowAction = intentAction({
  accept: intent(acceptRow, ['row', 'seen'], { flash: 'import_row_accepted' }),
  refuse: intent(refuseRow, ['row'], { flash: 'import_row_refused' }),
})
export const startUndoAction = buttonAction(startUndo, {
  redirectTo: ({ importId }) => toImport(importId),
  flash: 'import_undo_started',
})
