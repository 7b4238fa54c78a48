import type { OIDCConfig } from 'next-auth/providers'
import { env } from '@/lib/env'

type Claims = { sub: string; email?: string; email_verified?: boolean }

/** The OpenID provider that the environment names, or null. A provider without an issuer would make next-auth fail. */
export function oidcProvider(): OIDCConfig<Claims> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env()
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return null
  return {
    id: 'oidc',
    name: OIDC_NAME,
    type: 'oidc',
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: 'openid email' } },
    checks: ['pkce', 'state', 'nonce'],
    profile: ({ sub }) => ({ id: sub }),
  }
}
