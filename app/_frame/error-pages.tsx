import { unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import { isBusy } from '@/lib/kernel/busy'
import { i18n } from '@/lib/i18n/translator'
import { Forbidden } from '@/lib/http/forbidden'
import { currentLocale } from '@/lib/http/locale'
import { releaseRenderWhenDone } from '@/lib/http/release-render'
import { requestId } from '@/lib/http/request'
import { setResponseStatus } from '@/lib/http/response-status'
import { log } from '@/lib/log'
import { ErrorPage, type ErrorStatus } from './error-page'

/**
 * Renders a page; if it is refused or fails, an error page with status 403, 404, 500 or 503. Redirects pass through.
 */
export async function withErrorPages(render: () => Promise<ReactNode>): Promise<ReactNode> {
  releaseRenderWhenDone()
  try {
    return await render()
  } catch (error) {
    const status = statusOf(error)
    if (status === 500) unstable_rethrow(error)
    const code = await requestId()
    if (status === 500) log.error({ err: error, requestId: code }, 'a page failed')
    if (status === 503) log.warn({ err: error, requestId: code }, 'the database was too busy for a page')
    setResponseStatus(status)
    return <ErrorPage status={status} code={code} i18n={i18n(await currentLocale().catch(() => 'pt-BR' as const))} />
  }
}

/** The digest tells Next's `notFound()` from other errors. */
function statusOf(error: unknown): ErrorStatus {
  if (error instanceof Forbidden) return 403
  if (isBusy(error)) return 503
  return error instanceof Error && 'digest' in error && error.digest === 'NEXT_HTTP_ERROR_FALLBACK;404' ? 404 : 500
}
