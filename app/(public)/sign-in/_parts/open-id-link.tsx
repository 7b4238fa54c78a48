import { buttonClass } from '@/components/ui/variants'
import { env } from '@/lib/env'
import type { I18n } from '@/lib/i18n/translator'

/**
 * The link to sign in through the OpenID provider, if one is configured. A plain link, because the router must not
 * prefetch it.
 */
export function OpenIdLink({ i18n: { t }, returnTo }: { i18n: I18n; returnTo: string }) {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_NAME } = env()
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return null
  return (
    <a
      className={buttonClass('secondary', 'md', 'mt-3 w-full')}
      href={`/api/auth/openid?returnTo=${encodeURIComponent(returnTo)}`}
    >
      {t('auth.enterWith', { provider: OIDC_NAME })}
    </a>
  )
}
