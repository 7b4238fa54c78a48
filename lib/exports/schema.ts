import { z } from 'zod'
import { EXPORT_DELIMITERS } from '@/db/schema/exports'
import { reportText } from '@/lib/reports/views/schema'
import { uuid } from '@/lib/values/fields'

export const DELIMITERS = EXPORT_DELIMITERS

export const newExport = z.strictObject({
  query: reportText,
  delimiter: z.enum(EXPORT_DELIMITERS, { error: 'required' }),
})

export const oneExport = z.strictObject({ exportId: uuid })
