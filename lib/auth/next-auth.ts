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
import { pendingSignIn, type PendingSignIn } from './second-factor/pending'
import { pendingOf, signInWithCode } from './second-factor/sign-in'
import { emailOf, SESSION_SECONDS, startSession, type SignInMethod } from './sessions'

/** Carries a refusal through next-auth to the form. */
export class RefusedSignIn extends CredentialsSignin {
  constructor(readonly failure: Failure) {
    super('refused')
  }
}

/** Carries the result of a right password through next-auth when a code is needed too. */
export class CodeNeeded extends CredentialsSignin {
  constructor(readonly pending: PendingSignIn) {
    super('code needed')
  }
}

const METHODS: Record<string, SignInMethod> = { oidc: 'oidc', code: 'second_factor' }

const password = Credentials({
  id: 'password',
  credentials: { email: {}, password: {} },
  authorize: async ({ email, password }) => {
    const publicCtx = await currentPublicContext()
    const result = await signInWithPassword(publicCtx, { email, password }, await currentBrowser())
    if (!result.ok) throw new RefusedSignIn(result.failure)
    const pending = await pendingOf(publicCtx.db, result.value.userId)
    if (pending) throw new CodeNeeded(pending)
    return { id: result.value.userId }
  },
})

const code = Credentials({
  id: 'code',
  credentials: { code: {} },
  authorize: async ({ code: typed }) => {
    const publicCtx = await currentPublicContext()
    const result = await signInWithCode(publicCtx, await pendingSignIn(), { code: typed }, await currentBrowser())
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
    const sid = await startSession(publicCtx, user.id, METHODS[account.provider] ?? 'password')
    await rememberBrowser(await emailOf(publicCtx.db, user.id))
    return { sid }
  },
}

function config(): NextAuthConfig {
  process.env.AUTH_URL ??= env().APP_URL
  const oidc = oidcProvider()
  return {
    providers: oidc ? [password, code, oidc] : [password, code],
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
