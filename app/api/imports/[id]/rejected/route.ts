import { reportResponse } from '@/lib/imports/report-response'
import { handler } from '@/lib/http/handler'

export const GET = handler('imports.run', async ({ ctx, params, t, locale }) =>
  reportResponse({ ctx, id: params.id, outcome: 'rejected', i18n: { t, locale } }),
)
