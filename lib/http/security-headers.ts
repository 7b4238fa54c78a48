const developing = process.env.NODE_ENV === 'development'

/** Browsers apply `form-action` to redirects too, so the policy must allow the host of the OpenID provider. */
const signInHost = () => (URL.canParse(process.env.OIDC_ISSUER ?? '') ? new URL(process.env.OIDC_ISSUER!).origin : '')

/** Allows only scripts with this response's nonce and the scripts they load; forbids other hosts, frames and form targets. */
export const contentSecurityPolicy = (nonce: string) =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self'${developing ? ` 'unsafe-inline'` : ''}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self' ${signInHost()}`.trim(),
    `frame-ancestors 'none'`,
  ].join('; ')

const FOR_ALL = { 'referrer-policy': 'same-origin', 'x-content-type-options': 'nosniff' }

const HEADERS = {
  page: {
    ...FOR_ALL,
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
  /** Our own pages may show the response of a handler in a frame, e.g. a PDF. */
  file: { ...FOR_ALL, 'x-frame-options': 'SAMEORIGIN' },
}

export function securityHeaders(kind: keyof typeof HEADERS): [name: string, value: string][] {
  const https = process.env.APP_URL?.startsWith('https:')
  return [
    ...Object.entries(HEADERS[kind]),
    ...(https ? [['strict-transport-security', 'max-age=31536000'] as [string, string]] : []),
  ]
}
