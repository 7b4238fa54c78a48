'use server'

import { buttonAction, formAction } from '@/lib/http/form-action'
import { mapColumns } from './commands/map-columns'
import { startImport } from './commands/start'
import { cancelImport, pauseImport, resumeImport } from './commands/steer'
import { toImport } from './paths'

export const mapColumnsAction = formAction(mapColumns, { done: ({ importId }) => toImport(importId) })
export const startImportAction = buttonAction(startImport, {
  done: ({ importId }) => toImport(importId),
  flash: 'import_started',
})
export const pauseImportAction = buttonAction(pauseImport, {
  done: ({ importId }) => toImport(importId),
  flash: 'import_paused',
})
export const resumeImportAction = buttonAction(resumeImport, {
  done: ({ importId }) => toImport(importId),
  flash: 'import_resumed',
})
export const cancelImportAction = buttonAction(cancelImport, {
  done: ({ importId }) => toImport(importId),
  flash: 'import_cancelled',
})
