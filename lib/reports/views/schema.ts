import { z } from 'zod'
import { ROLES } from '@/db/schema/users'
import { requiredText, uuid, version } from '@/lib/values/fields'
import { reportOf, reportQuery } from '../customer-filter/schema'

const name = requiredText(80, 'reports.no_view_name')

/** The query of a report, in the form in which equal reports have equal texts. */
export const reportText = z
  .string()
  .max(1000, 'too_long')
  .transform((text, ctx) => {
    const report = reportOf(text)
    if (report) return reportQuery(report)
    ctx.addIssue({ code: 'custom', message: 'invalid' })
    return z.NEVER
  })

export const newView = z.strictObject({ name, query: reportText })

export const viewChange = z.strictObject({
  viewId: uuid,
  version,
  name,
  /** Empty for nobody. */
  sharedWith: z
    .union([z.literal(''), z.enum(ROLES)], { error: 'invalid' })
    .optional()
    .transform((role) => role || null),
})

export const oneView = z.strictObject({ viewId: uuid })
