import { toVerify } from '@/lib/acceptances/paths'
import { hashUpload, NO_FILE } from '@/lib/acceptances/verify/hash-upload'
import { whenCutShort } from '@/lib/http/multipart'
import { isSameOrigin } from '@/lib/http/origin'
import { answer, publicHandler } from '@/lib/http/public-handler'
import { seeOther } from '@/lib/http/see-other'

/** Hashes an uploaded file for browsers without scripting, then redirects to the result for that hash. */
export const POST = publicHandler(async ({ request }) => {
  if (!isSameOrigin(request.headers.get('origin'))) return answer(403)
  const hashed = await hashUpload(request).catch(whenCutShort(NO_FILE))
  return seeOther(toVerify(hashed.ok ? { sha256: hashed.sha256 } : { problem: hashed.problem }))
})
