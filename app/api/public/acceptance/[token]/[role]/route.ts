import { fileForSigner, noteOpened } from '@/lib/acceptances/signing/file'
import { fileResponse } from '@/lib/storage/file-response'
import { answer, publicHandler } from '@/lib/http/public-handler'

/** The document for the person with the link. The download is recorded as evidence; a HEAD request is not. */
export const GET = publicHandler(async ({ request, publicCtx, params }) => {
  const { role } = params
  const found = role === 'original' || role === 'final' ? await fileForSigner(publicCtx, params.token, role) : null
  if (!found) return answer(404)
  if (request.method === 'GET' && role === 'original') await noteOpened(publicCtx, found.acceptance)
  return fileResponse(request, found.file)
})

export const HEAD = GET
