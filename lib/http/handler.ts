import { withAccess, type StaffAccess } from '@/lib/access/access'
import { i18n, type I18n } from '@/lib/i18n/translator'
import { admit } from './admit'
import type { WriteCtx } from '@/lib/kernel/context'
import { keepUnsentUpload } from './drafts/unsent-upload'
import { isSameOrigin } from './origin'
import { answer, unavailableWhenBusy } from './public-handler'
import { primaryCtx } from './request'
import { forScript } from './scripted'
import { pageOfForm } from './page-of-form'
import { seeOther } from './see-other'

type Handled = { request: Request; ctx: WriteCtx; params: Record<string, string | undefined> } & I18n

/**
 * A route handler that checks its access: 403 without the permission, 401 without a session, or the sign-in page for a form that a browser
 * sends without scripting. A write also needs this portal's own Origin.
 */
export function handler(access: StaffAccess, respond: (handled: Handled) => Promise<Response>) {
  const handle = async (request: Request, { params }: { params: Promise<Record<string, string | undefined>> }) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request.headers.get('origin')))
      return answer(403)
    const ctx = await primaryCtx()
    const verdict = await admit(access, ctx)
    if (verdict === 'forbidden' || verdict === 'second-factor') return answer(403)
    if (verdict === 'sign-in' || !ctx) return isFormOfPage(request) ? signInFrom(request) : answer(401)
    const handled = { request, ctx, params: await params, ...i18n(ctx.viewer.locale) }
    return forScript(request, await unavailableWhenBusy(() => respond(handled)))
  }
  return withAccess(handle, access)
}

/** Whether a browser sends a form and will show the answer as a page. */
const isFormOfPage = ({ method, headers }: Request) => method === 'POST' && headers.get('sec-fetch-mode') === 'navigate'

/** Saves the texts of the form and redirects to the sign-in page, which leads back to the page of the form. */
async function signInFrom(request: Request): Promise<Response> {
  const returnTo = pageOfForm(request)
  const hasUnsent = await keepUnsentUpload(request, returnTo)
  return seeOther(`/sign-in?${new URLSearchParams({ returnTo, ...(hasUnsent && { unsent: '1' }) })}`)
}
