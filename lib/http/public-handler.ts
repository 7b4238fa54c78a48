import type { NextRequest } from 'next/server'
import { withAccess } from '@/lib/access/access'
import { isBusy } from '@/lib/kernel/busy'
import { log } from '@/lib/log'
import type { PublicContext } from '@/lib/kernel/context'
import { currentPublicContext } from './public-context'

type Handled = { request: NextRequest; publicCtx: PublicContext; params: Record<string, string | undefined> }

/**
 * A route handler for requests without a session: webhooks, one-click links, files behind a link, sign-in with OpenID.
 * It asks for no Origin, since mail and webhook servers send none: the request's signature or token says what it may do.
 */
export function publicHandler(respond: (handled: Handled) => Promise<Response> | Response) {
  const handle = async (request: NextRequest, { params }: { params: Promise<Record<string, string | undefined>> }) =>
    unavailableWhenBusy(async () => respond({ request, publicCtx: await currentPublicContext(), params: await params }))
  return withAccess(handle, 'public')
}

/** A response with a status and at most one word. */
export const answer = (status: number, word: string | null = null): Response =>
  new Response(word, {
    status,
    headers: { 'cache-control': 'no-store', ...(word && { 'content-type': 'text/plain; charset=utf-8' }) },
  })

const RETRY_SECONDS = '2'

/** Answers 503 when the database does not do the handler's work in time. */
export async function unavailableWhenBusy(respond: () => Promise<Response>): Promise<Response> {
  try {
    return await respond()
  } catch (error) {
    if (!isBusy(error)) throw error
    log.warn({ err: error }, 'the database was busy')
    const response = answer(503, 'busy')
    response.headers.set('retry-after', RETRY_SECONDS)
    return response
  }
}

/** The raw bytes of the body, or null when there are more than `bytesMax`. */
export async function rawBody(request: Request, bytesMax: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of request.body ?? []) {
    bytes += part.byteLength
    if (bytes > bytesMax) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
