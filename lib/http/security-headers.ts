import { isSecure } from '@/lib/access/host-cookie'

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

type Header = readonly [name: string, value: string]

const YEAR_SECONDS = 365 * 24 * 60 * 60

const OF_EVERY_ANSWER: readonly Header[] = [
  ['referrer-policy', 'same-origin'],
  ['x-content-type-options', 'nosniff'],
]

const HEADERS = {
  page: [
    ['x-frame-options', 'DENY'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  ],
  /** Our own pages may show the response of a handler in a frame, e.g. a PDF. */
  file: [['x-frame-options', 'SAMEORIGIN']],
} as const satisfies Record<string, readonly Header[]>

/** The headers of every answer, also of files and refusals. Over https, browsers use nothing else for this host and those below it. */
export const headersOfEveryAnswer = (): readonly Header[] =>
  isSecure()
    ? [...OF_EVERY_ANSWER, ['strict-transport-security', `max-age=${YEAR_SECONDS}; includeSubDomains`]]
    : OF_EVERY_ANSWER

/** The further headers of a page, or of the answer of a route handler. */
export const securityHeaders = (kind: keyof typeof HEADERS): readonly Header[] => HEADERS[kind]
