import { fileResponse } from '@/lib/documents/file-response'
import { sentFile } from '@/lib/documents/sent-link'
import { answer, publicHandler } from '@/lib/http/public-handler'

/** A PDF for who has the link of a message: what is expired, archived, deleted or unknown is absent alike. */
export const GET = publicHandler(async ({ request, visit, params }) => {
  const file = await sentFile(visit.db, params.token, params.documentId, visit.now)
  return file ? fileResponse(request, file) : answer(404)
})

export const HEAD = GET
