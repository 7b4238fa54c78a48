import { taxIdTypeOf, normalizeTaxId } from '@/lib/values/tax-id'

/** Something about an address that may deceive the person who reads it. */
export type AddressWarning = 'not_web' | 'international' | 'credentials' | 'invisible'

/** A web address as a page shows it. */
export type ShownAddress = {
  /** The text in three parts, of which the middle one is the host. Invisible characters are written as `⟨U+202E⟩`. */
  before: string
  host: string
  after: string
  /** The address to follow; null if it is not a web address, or if a part of it is masked. */
  href: string | null
  warnings: readonly AddressWarning[]
  masked: boolean
}

/** Invisible format characters, direction marks and control characters. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/gu

const visible = (text: string) =>
  text.replace(INVISIBLE, (sign) => `⟨U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`)

/**
 * How an address that somebody else wrote is shown. The host is in ASCII (`xn--…`), so that letters that look alike in other alphabets
 * cannot imitate it; a user name and password before the host are hidden. Without `inClear`, personal values in it are masked.
 */
export function showAddress(text: string, inClear: boolean): ShownAddress {
  const url = URL.canParse(text) ? new URL(text) : null
  const hasInvisible = text.search(INVISIBLE) >= 0
  if (!url || !/^https?:$/.test(url.protocol) || !url.host) {
    const masked = !inClear && isPersonal(text)
    const warnings: AddressWarning[] = hasInvisible ? ['not_web', 'invisible'] : ['not_web']
    return { before: '', host: '', after: showText(text, inClear), href: null, warnings, masked }
  }
  const warnings: AddressWarning[] = [
    ...(/(^|\.)xn--/.test(url.hostname) ? (['international'] as const) : []),
    ...(url.username || url.password ? (['credentials'] as const) : []),
    ...(hasInvisible || /%E2%80%(8[B-F]|A[A-E])|%EF%BB%BF/i.test(url.href) ? (['invisible'] as const) : []),
  ]
  url.username = ''
  url.password = ''
  const after = inClear ? restOf(url) : maskedRest(url)
  const host = inClear ? url.host : maskedPart(url.host)
  const masked = after !== restOf(url) || host !== url.host
  return {
    before: `${url.protocol}//`,
    host,
    after: visible(after),
    href: masked ? null : url.href,
    warnings,
    masked,
  }
}

const restOf = ({ pathname, search, hash }: URL) =>
  `${pathname === '/' && !search && !hash ? '' : pathname}${search}${hash}`

const STARS = '****'

/** Parameters with these names have a personal value in every case. */
const PERSONAL_NAME =
  /^(e?-?mail|correo|nome|name|first_?name|last_?name|sobrenome|cpf|doc(umento)?|document|dni|rut|rfc|phone|tel(efone|efono)?|celular|mobile|fone|whats(app)?|birth.*|nasc.*|user(name)?|usuario|senha|password|pass|auth|code|((access|id|refresh)_?)?token|session(_?id)?)$/i

const EMAIL = /[^\s@/?&=#:]+@[^\s@/?&=#]+\.[a-z]{2,}/i
const CPF = /(?<!\d)\d{3}[. ]?\d{3}[. ]?\d{3}[- ]?\d{2}(?!\d)/g
const PHONE = /\+\d{10,15}(?!\d)|(?<!\d)(?:55)?\(?[1-9]\d\)?[ -]?9\d{4}[ -]?\d{4}(?!\d)/

/** How often a value may be encoded: an address inside an address is encoded twice. */
const ENCODED_MAX = 3

/** Whether a value contains something personal. One that is encoded more often counts as personal, because nobody can know. */
function isPersonal(value: string): boolean {
  let text = value
  for (let level = 0; level <= ENCODED_MAX; level++) {
    if (hasPersonalValue(text)) return true
    const decoded = decode(text)
    if (decoded === text) return false
    text = decoded
  }
  return true
}

const hasPersonalValue = (text: string) =>
  EMAIL.test(text) ||
  PHONE.test(text) ||
  (text.match(CPF) ?? []).some((number) => taxIdTypeOf(normalizeTaxId(number)) === 'cpf')

/** Decodes every encoded character. What is not valid UTF-8 must not keep the rest from being read. */
const decode = (text: string): string =>
  text.replaceAll('+', ' ').replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded.replace(/%[0-7][\da-f]/gi, (ascii) => decodeURIComponent(ascii))
    }
  })

/** Path, query and fragment, with each part that is personal replaced by stars. */
function maskedRest({ pathname, search, hash }: URL): string {
  const path = pathname.split('/').map(maskedPart).join('/')
  const shownPath = path === '/' && !search && !hash ? '' : path
  return `${shownPath}${search && `?${maskedParams(search.slice(1))}`}${hash && `#${maskedParams(hash.slice(1))}`}`
}

const maskedPart = (part: string) => (isPersonal(part) ? STARS : part)

const maskedParams = (query: string) =>
  query
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=')
      if (at < 0) return maskedPart(pair)
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      return `${maskedPart(name)}=${value && PERSONAL_NAME.test(decode(name)) ? STARS : maskedPart(value)}`
    })
    .join('&')

/** Shows a text from outside with its invisible characters written out. A text with anything personal in it is hidden completely. */
export const showText = (text: string, inClear: boolean): string =>
  inClear || !isPersonal(text) ? visible(text) : STARS
