import { fileResponse } from '@/lib/storage/file-response'
import { sentFile } from '@/lib/documents/sent-link'
import { answer, publicHandler } from '@/lib/http/public-handler'

/** A PDF for the person with a message's link. Expired, archived, deleted and unknown documents give the same 404. */
export const GET = publicHandler(async ({ request, publicCtx, params }) => {
  const file = await sentFile(publicCtx.db, params.token, params.documentId, publicCtx.now)
  return file ? fileResponse(request, file) : answer(404)
})

export const HEAD = GET
