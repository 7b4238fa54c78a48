import { isBusy } from '@/lib/kernel/busy'
import { log } from '@/lib/log'
import { accessTo, type EntryPoint } from '@/lib/access/entry-points'
import { currentPublicContext, type PublicContext } from './public-context'

type Handled = { request: Request; visit: PublicContext; params: Record<string, string | undefined> }

/**
 * A route handler without a session: webhooks, one-click links, files behind a link. It asks for no Origin, since mail and
 * webhook servers send none: what a request may do, its signature or its token must say.
 */
export function publicHandler(entry: EntryPoint, respond: (handled: Handled) => Promise<Response>) {
  if (accessTo(entry) !== 'public') throw new Error(`${entry} is not declared public`)
  return async (request: Request, { params }: { params: Promise<Record<string, string | undefined>> }) =>
    unavailableWhenBusy(async () => respond({ request, visit: await currentPublicContext(), params: await params }))
}

/** An answer of a status alone, or of one word. */
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

/** The body as it came, byte for byte, or null when it is longer than `bytesMax`. */
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
