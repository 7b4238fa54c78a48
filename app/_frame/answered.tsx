import { unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import { i18n } from '@/lib/i18n/translator'
import { Forbidden } from '@/lib/http/forbidden'
import { currentLocale } from '@/lib/http/locale'
import { requestId } from '@/lib/http/request'
import { setResponseStatus } from '@/lib/lifecycle/response-status'
import { log } from '@/lib/log'
import { DeadEnd } from './dead-end'

/** Renders a page, or in its place what was refused or failed, under the right status. Redirects pass through. */
export async function answered(render: () => Promise<ReactNode>): Promise<ReactNode> {
  try {
    return await render()
  } catch (error) {
    const refused = statusOf(error)
    if (!refused) unstable_rethrow(error)
    const code = await requestId()
    if (!refused) log.error({ err: error, requestId: code }, 'a page failed')
    setResponseStatus(refused ?? 500)
    return <DeadEnd within status={refused ?? 500} code={code} i18n={i18n(await currentLocale())} />
  }
}

/** The status of a refusal; that of Next's `notFound()` is known by its digest. */
function statusOf(error: unknown): 403 | 404 | null {
  if (error instanceof Forbidden) return 403
  return error instanceof Error && 'digest' in error && error.digest === 'NEXT_HTTP_ERROR_FALLBACK;404' ? 404 : null
}
