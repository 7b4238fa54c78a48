import { unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import { i18n } from '@/lib/i18n/translator'
import { currentLocale } from '@/lib/kernel/locale'
import { requestId } from '@/lib/kernel/request'
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

/** The status of Next's `notFound()` and `forbidden()`; their digest is `NEXT_HTTP_ERROR_FALLBACK;404`. */
function statusOf(error: unknown): 403 | 404 | null {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  if (digest === 'NEXT_HTTP_ERROR_FALLBACK;404') return 404
  return digest === 'NEXT_HTTP_ERROR_FALLBACK;403' ? 403 : null
}
