import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from '@/lib/env'
import type { Failure } from '@/lib/kernel/result'
import { currentPublicContext } from '@/lib/http/public-context'
import { oidcProvider } from './oidc'
import { signInWithOpenId } from './openid-sign-in'
import { signInWithPassword } from './password-sign-in'
import { isSecure } from '@/lib/access/host-cookie'
import { sessionCookieName } from '@/lib/access/session-cookie'
import { currentBrowser, rememberBrowser } from './known-browser'
import { emailOf, SESSION_SECONDS, startSession } from './sessions'

/** Carries a refusal through next-auth to the form. */
export class RefusedSignIn extends CredentialsSignin {
  constructor(readonly failure: Failure) {
    super('refused')
  }
}

const password = Credentials({
  id: 'password',
  credentials: { email: {}, password: {} },
  authorize: async ({ email, password }) => {
    const result = await signInWithPassword(await currentPublicContext(), { email, password }, await currentBrowser())
    if (!result.ok) throw new RefusedSignIn(result.failure)
    return { id: result.value.userId }
  },
})

const callbacks: NextAuthConfig['callbacks'] = {
  signIn: async ({ user, account, profile }) => {
    if (account?.provider !== 'oidc') return true
    const userId = await signInWithOpenId(await currentPublicContext(), profile ?? {})
    if (userId) user.id = userId
    return userId ? true : '/sign-in?refused=openid'
  },
  // The cookie contains only the id of our own session row.
  jwt: async ({ token, user, account }) => {
    if (!account || !user.id) return token
    const publicCtx = await currentPublicContext()
    const method = account.provider === 'oidc' ? 'oidc' : 'password'
    const sid = await startSession(publicCtx, user.id, method)
    await rememberBrowser(await emailOf(publicCtx.db, user.id))
    return { sid }
  },
}

function config(): NextAuthConfig {
  process.env.AUTH_URL ??= env().APP_URL
  const oidc = oidcProvider()
  return {
    providers: oidc ? [password, oidc] : [password],
    secret: env().AUTH_SECRET,
    trustHost: true,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
      },
    },
    callbacks,
    logger: { error: () => undefined },
  }
}

export const { handlers, signIn, signOut } = NextAuth(() => config())
