import { FILE_TYPES } from '@/lib/attachments/file-types'
import { getAttachedFile } from '@/lib/attachments/queries'
import { recordFileReading } from '@/lib/storage/record-reading'
import { isDownload, storedFileResponse } from '@/lib/storage/file-response'
import { handler } from '@/lib/http/handler'

/**
 * The file of an attachment, recorded in the history: inline if a browser can show its type safely, otherwise as a download. Answers 410 for a
 * deleted attachment.
 */
export const GET = handler('attachments.read', async ({ request, ctx, params, t }) => {
  const file = await getAttachedFile(ctx, { customerId: params.customerId, attachmentId: params.attachmentId })
  if (!file) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  if (file.retiredAt)
    return new Response(t('errors.attachments.gone'), {
      status: 410,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    })
  const { mediaType, viewedAs } = FILE_TYPES[file.type]
  const download = isDownload(request) || !viewedAs
  const type = download ? mediaType : viewedAs
  const contentType = file.charset ? `${type}; charset=${file.charset}` : type
  const response = await storedFileResponse(request, { ...file, contentType, download })
  if (request.method === 'GET' && response.ok)
    await recordFileReading(ctx, file.id, {
      event: download ? 'attachment.downloaded' : 'attachment.viewed',
      customerId: file.customerId,
      subject: `attachment:${file.id}`,
      before: null,
      after: { fileName: file.name },
      details: { fileType: file.type },
    })
  return response
})

export const HEAD = GET
