import { fileResponse } from '@/lib/documents/file-response'
import { getFile } from '@/lib/documents/queries/file'
import { handler } from '@/lib/http/handler'

/** A document's PDF, inline or as a download. Answers 409 for an archived document and 410 for a deleted one. */
export const GET = handler('documents.read', async ({ request, ctx, params, t }) => {
  const file = await getFile(ctx, { customerId: params.customerId, documentId: params.documentId, role: params.role })
  if (!file) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  if (file.state === 'available') return fileResponse(request, file)
  const [status, words] =
    file.state === 'deleted' ? [410, t('documents.deleted.title')] : [409, t('documents.archived.title')]
  return new Response(words, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
})

export const HEAD = GET
