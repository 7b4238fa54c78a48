import { isSameOrigin } from './origin'
import { safePath } from './safe-path'

/** The path and query of the page whose form was sent to a route handler, from the `Referer`; `/` when it names no page of this portal. */
export function pageOfForm({ headers }: Pick<Request, 'headers'>): string {
  const referer = headers.get('referer') ?? ''
  const from = URL.canParse(referer) ? new URL(referer) : null
  return from && isSameOrigin(from.origin) ? safePath(from.pathname + from.search, '/') : '/'
}
