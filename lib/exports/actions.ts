'use server'

import { buttonAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { cancelExport } from './commands/cancel'
import { deleteExportFile } from './commands/delete-file'
import { requestExport } from './commands/request'
import { toExport } from './paths'

const redirectTo = ({ exportId }: { exportId: string }) => toExport(exportId)

export const requestExportAction = formAction(requestExport, {
  redirectTo,
  flash: 'export_requested',
  repeatedFlash: 'saved_before',
})

export const cancelExportAction = buttonAction(cancelExport, { redirectTo, flash: 'export_cancelled' })

export const deleteExportFileAction = buttonAction(deleteExportFile, { redirectTo, flash: 'export_file_deleted' })
