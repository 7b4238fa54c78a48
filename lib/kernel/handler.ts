import type { EntryPoint } from '@/lib/auth/entry-points'
import { i18n, type I18n } from '@/lib/i18n/translator'
import { admit } from './access'
import type { Ctx } from './context'
import { isSameOrigin } from './origin'
import { requestCtx } from './request'

type Handled = { request: Request; ctx: Ctx; params: Record<string, string | undefined> } & I18n

const bare = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** A route handler behind its declared access. A write also needs this portal's own Origin. */
export function handler(entry: EntryPoint, respond: (handled: Handled) => Promise<Response>) {
  return async (request: Request, { params }: { params: Promise<Record<string, string | undefined>> }) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request.headers.get('origin'))) return bare(403)
    const ctx = await requestCtx()
    const verdict = await admit(entry, ctx)
    if (verdict === 'forbidden') return bare(403)
    if (verdict === 'sign-in' || !ctx) return bare(401)
    return respond({ request, ctx, params: await params, ...i18n(ctx.viewer.locale) })
  }
}
