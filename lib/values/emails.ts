import { domainToASCII, domainToUnicode } from 'node:url'
import { z } from 'zod'
import { visibleText } from './visible-text'

export type ParsedEmail = {
  /** As it was typed. */
  value: string
  /** The same for all spellings of an address: in lower case, and without Punycode in its domain. */
  normalized: string
}

const EMAIL_CHARS_MAX = 254
const ascii = z.email()
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u
const NOT_ASCII = /[^\u0020-\u007e]/gu

/** Parses one address, also in other scripts (RFC 6531) and with an internationalised domain (RFC 5890); null when it is invalid. */
export function parseEmail(text: string): ParsedEmail | null {
  const value = visibleText(text)
    .normalize('NFC')
    .trim()
    .replace(/^mailto:/i, '')
  if (value.length > EMAIL_CHARS_MAX) return null
  const at = value.lastIndexOf('@')
  const local = value.slice(0, at)
  const domain = domainToASCII(value.slice(at + 1).toLowerCase())
  if (at < 1 || !domain || !LOCAL.test(local)) return null
  if (!ascii.safeParse(`${local.replace(NOT_ASCII, 'x')}@${domain}`).success) return null
  return { value, normalized: emailKey(value) }
}

/** The normalised form of an address or of its start, for a search. */
export function emailKey(text: string): string {
  const lower = text.normalize('NFC').toLowerCase()
  const at = lower.lastIndexOf('@')
  const domain = lower.slice(at + 1)
  return at >= 0 && domain.includes('xn--') ? `${lower.slice(0, at + 1)}${domainToUnicode(domain) || domain}` : lower
}
