import { fileOf, getExport } from '@/lib/exports/queries'
import { handler } from '@/lib/http/handler'
import { answer } from '@/lib/http/public-handler'
import { storedFileResponse } from '@/lib/storage/file-response'
import { recordFileReading } from '@/lib/storage/record-reading'

/** The file of an export, recorded in the history. 404 after its deletion or expiry, and when the viewer may see less than it has. */
export const GET = handler('exports.create', async ({ request, ctx, params, t }) => {
  const row = await getExport(ctx, params.id)
  const file = row && fileOf(ctx, row)
  if (!row || !file) return answer(404)
  const name = `${t('exports.fileName')}-${row.createdAt.toISOString().slice(0, 10)}.csv`
  const response = await storedFileResponse(request, {
    ...file,
    name,
    contentType: 'text/csv; charset=utf-8',
    download: true,
  })
  if (request.method === 'GET' && response.ok)
    await recordFileReading(ctx, row.id, {
      event: 'export.downloaded',
      customerId: null,
      subject: `export:${row.id}`,
      details: { rowsDone: row.rowsDone },
    })
  return response
})

export const HEAD = GET
