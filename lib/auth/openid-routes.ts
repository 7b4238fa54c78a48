import { redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { safePath } from '@/lib/http/safe-path'
import { HOME } from './enter'
import { handlers, signIn } from './next-auth'
import { oidcProvider } from './oidc'

/** Redirects to the OpenID provider. A GET, because the content security policy stops a form that ends on another host. */
export async function startOpenId(request: NextRequest): Promise<Response> {
  if (!oidcProvider()) redirect('/sign-in?refused=openid')
  const goTo = safePath(request.nextUrl.searchParams.get('returnTo'), HOME)
  const url: unknown = await signIn('oidc', { redirect: false, redirectTo: goTo })
  redirect(String(url))
}

/** Handles the return from the provider: the only one of next-auth's own addresses that the portal opens. */
export function finishOpenId(request: NextRequest): Promise<Response> | Response {
  if (!oidcProvider()) redirect('/sign-in?refused=openid')
  return handlers.GET(request)
}
