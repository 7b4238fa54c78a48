import { withAccess, type StaffAccess } from '@/lib/access/access'
import { i18n, type I18n } from '@/lib/i18n/translator'
import { admit } from './admit'
import type { WriteCtx } from '@/lib/kernel/context'
import { isSameOrigin } from './origin'
import { answer, unavailableWhenBusy } from './public-handler'
import { primaryCtx } from './request'

type Handled = { request: Request; ctx: WriteCtx; params: Record<string, string | undefined> } & I18n

/** A route handler that checks its access: 401 without a session, 403 without the permission. A write also needs this portal's own Origin. */
export function handler(access: StaffAccess, respond: (handled: Handled) => Promise<Response>) {
  const handle = async (request: Request, { params }: { params: Promise<Record<string, string | undefined>> }) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request.headers.get('origin')))
      return answer(403)
    const ctx = await primaryCtx()
    const verdict = await admit(access, ctx)
    if (verdict === 'forbidden' || verdict === 'second-factor') return answer(403)
    if (verdict === 'sign-in' || !ctx) return answer(401)
    const handled = { request, ctx, params: await params, ...i18n(ctx.viewer.locale) }
    return unavailableWhenBusy(() => respond(handled))
  }
  return withAccess(handle, access)
}
