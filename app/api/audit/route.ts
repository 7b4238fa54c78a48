import { auditCsv } from '@/components/audit/audit-csv'
import { exportAudit } from '@/lib/history/export-audit'
import { handler } from '@/lib/http/handler'

/** Downloads the filtered events of the audit page as CSV. */
export const GET = handler('audit.read', async ({ request, ctx, ...i18n }) => {
  const query = new URL(request.url).searchParams
  const text = (name: string) => query.get(name)?.trim() || undefined
  const items = await exportAudit(ctx, {
    event: text('event'),
    actorId: text('actor'),
    from: text('from'),
    to: text('to'),
    customerId: text('customer'),
  })
  return new Response(auditCsv(items, i18n), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${i18n.t('audit.export.file')}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
})
