import { fileResponse, isDownload } from '@/lib/storage/file-response'
import { getFile } from '@/lib/documents/queries/file'
import { recordReading } from '@/lib/documents/record-reading'
import { handler } from '@/lib/http/handler'
import { recordDenied } from '@/lib/kernel/denied'

/**
 * A document's PDF, inline or as a download, recorded in the history. Answers 403 for a final document whose personal values the viewer may
 * not see, 409 for an archived document and 410 for a deleted one.
 */
export const GET = handler('documents.read', async ({ request, ctx, params, t }) => {
  const file = await getFile(ctx, { customerId: params.customerId, documentId: params.documentId, role: params.role })
  if (!file) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  if (file.state === 'available') {
    const response = await fileResponse(request, file)
    if (request.method === 'GET' && response.ok) await recordReading(ctx, { ...file, download: isDownload(request) })
    return response
  }
  if (file.state === 'withheld')
    await recordDenied(
      ctx,
      { wanted: 'document.viewed', permission: 'personal.reveal' },
      { customerId: file.customerId },
    )
  const [status, words] = {
    withheld: [403, t('documents.withheld')],
    deleted: [410, t('documents.deleted.title')],
    archived: [409, t('documents.archived.title')],
  }[file.state] as [number, string]
  return new Response(words, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
})

export const HEAD = GET
