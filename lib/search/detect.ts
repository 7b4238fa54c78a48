import {
  CNPJ_LENGTH,
  CNPJ_ROOT_LENGTH,
  CPF_LENGTH,
  CPF_ROOT_LENGTH,
  isCnpj,
  isCpf,
  normalizeTaxId,
  type TaxIdType,
} from '@/lib/values/tax-id'
import { sanitizeText } from '@/lib/values/sanitize-text'
import { emailKey } from '@/lib/values/emails'
import { pastedText } from './pasted-text'
import { phoneDigits, type PhoneDigits } from './phone-digits'

/** The options of the search box's selector. `all` searches for everything that the text could be. */
export const SEARCH_TYPES = ['all', 'name', 'cpf', 'cnpj', 'email', 'mobile', 'id', 'document_number'] as const
export type SearchType = (typeof SEARCH_TYPES)[number]

export type Shapes = {
  /** A document's number as it is stored: without spaces, in capitals. It must match exactly. */
  number?: string
  id?: { low: string; high: string; whole: boolean }
  /**
   * `cpf`, `cnpj`: it could be one or the start of one. `other`: another document, found by the whole number only.
   * `padded`: the whole CPF or CNPJ that it is with the zeros that a spreadsheet has removed.
   */
  document?:
    | { number: string; cpf: boolean; cnpj: boolean; other: boolean; padded?: { type: TaxIdType; number: string } }
    | undefined
  /** An e-mail address in lower case, or, unless `whole`, perhaps only its start. */
  email?: { text: string; whole: boolean } | undefined
  phone?: PhoneDigits
  /** `openEnded`: the last word may be unfinished. `fragments`: a word also matches longer words that contain it. */
  name?: { text: string; openEnded: boolean; fragments: boolean }
}

/** `unreadable`: a longer text would not help. `cpf_digits`, `whole_email`: the viewer may search for whole values only. */
export type Warning = 'bad_check_digit' | 'too_short' | 'unreadable' | 'masked' | 'cpf_digits' | 'whole_email'

export type Detected = { text: string; shapes: Shapes; warnings: Warning[] }

const LONGEST = 200
const LOST_ZEROS_MAX = 2
const [NUMBER_LEAST, NUMBER_MOST] = [2, 60]
const CPF_WRITTEN = /^\d{3}\.\d{3}\.\d{3}-?\d{2}$/
const CNPJ_ENDING = /^.{12}\d{2}$/
const UUID_START = /^[0-9a-f]{8}(-[0-9a-f]{0,4}){0,3}(-[0-9a-f]{0,12})?$/
const UUID_BARE = /^[0-9a-f]{32}$/
/** `***.***.777-**`, `(11) 9****-**77`, `m****@example.com`: our pages show masked values like these. */
const MASKED = /\*{2}/

/**
 * Detects what a typed text could be, from its shape alone (F3, F4, F6, F7, F9). `typing`: the text may be unfinished.
 * Words match whole words; only a name search, or `typing`, completes the last one.
 */
export function detect(typed: string, type: SearchType = 'all', typing = false): Detected {
  const text = sanitizeText(pastedText(typed).slice(0, LONGEST))
  if (MASKED.test(text)) return { text, shapes: {}, warnings: ['masked'] }
  const wanted = (kind: SearchType) => type === 'all' || type === kind
  const shapes: Shapes = {
    ...(wanted('id') && { id: idOf(text) }),
    ...(wanted('document_number') && { number: numberOf(text, type) }),
    ...((wanted('cpf') || wanted('cnpj')) && { document: documentOf(text, type) }),
    ...(wanted('email') && { email: emailOf(text, type) }),
    ...(wanted('mobile') && { phone: phoneDigits(text, type === 'mobile') }),
    ...(wanted('name') && { name: nameOf(text, type, typing) }),
  }
  return {
    text,
    shapes,
    warnings: text && hasNoShape(shapes) ? [emptyWarning(text, type)] : warningsOf(text, type, shapes),
  }
}

/** Returns the warning for a text that cannot be searched: `too_short` if it could be the beginning of a value, otherwise `unreadable`. */
function emptyWarning(text: string, type: SearchType): Warning {
  const signs = text.replace(/[^\p{L}\p{N}]/gu, '')
  const least = LENGTH_MIN[type]
  const begins = BEGINNINGS[type]?.test(text) ?? true
  return signs && signs.length < least && begins ? 'too_short' : 'unreadable'
}

/** How many letters and digits a search of each kind needs. */
const LENGTH_MIN: Record<SearchType, number> = {
  all: 2,
  name: 2,
  cpf: CPF_ROOT_LENGTH,
  cnpj: CNPJ_ROOT_LENGTH,
  email: 3,
  mobile: 8,
  id: 8,
  document_number: NUMBER_LEAST,
}

/** What an unfinished text of each kind looks like. */
const BEGINNINGS: Partial<Record<SearchType, RegExp>> = {
  cpf: /^[\d.\-\s]+$/,
  cnpj: /^[\da-z./\-\s]+$/i,
  email: /^[^\s@]+$/,
  mobile: /^[+(]?[\d().\-\s]+$/,
  id: /^[\da-f-]+$/i,
}

/** Whether the text has no shape that could be searched for. */
export const hasNoShape = (shapes: Shapes): boolean => Object.values(shapes).every((shape) => shape === undefined)

function idOf(text: string): Shapes['id'] {
  const typed = text.toLowerCase()
  if (!UUID_START.test(typed) && !UUID_BARE.test(typed)) return undefined
  const hex = typed.replaceAll('-', '')
  const full = (filler: string) => hex.padEnd(32, filler).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { low: full('0'), high: full('f'), whole: hex.length === 32 }
}

/** It must have no spaces unless the selector says that it is a number: a name with a house number is not one. */
function numberOf(text: string, type: SearchType): string | undefined {
  const number = text.replace(/\s/g, '').toUpperCase()
  const inOnePiece = !/\s/.test(text) && !text.includes('@') && /\d/.test(text)
  return number.length >= NUMBER_LEAST && number.length <= NUMBER_MOST && (inOnePiece || type === 'document_number')
    ? number
    : undefined
}

function documentOf(text: string, type: SearchType): Shapes['document'] {
  const number = normalizeTaxId(text)
  if (!/^[0-9A-Za-z][0-9A-Za-z./\- ]*$/.test(text) || number.length > 30) return undefined
  const letters = /[A-Z]/.test(number)
  // Words are not documents: a text with letters also needs a digit and no spaces, unless the selector says CNPJ.
  if (letters && type !== 'cnpj' && (!/\d/.test(number) || /\s/.test(text))) return undefined
  const cpf = type !== 'cnpj' && !letters && number.length >= CPF_ROOT_LENGTH && number.length <= CPF_LENGTH
  const cnpj = type !== 'cpf' && number.length >= CNPJ_ROOT_LENGTH && number.length <= CNPJ_LENGTH
  const other = type === 'all' && number.length >= 5
  const padded = letters ? undefined : withLostZeros(number, type)
  return cpf || cnpj || other || padded ? { number, cpf, cnpj, other, ...(padded && { padded }) } : undefined
}

/** Spreadsheets remove the zeros in front; the check digits show whether one or two are missing. */
function withLostZeros(number: string, type: SearchType): { type: TaxIdType; number: string } | undefined {
  const zeros = (length: number) => number.length < length && number.length >= length - LOST_ZEROS_MAX
  const cpf = number.padStart(CPF_LENGTH, '0')
  if (type !== 'cnpj' && zeros(CPF_LENGTH) && isCpf(cpf)) return { type: 'cpf', number: cpf }
  const cnpj = number.padStart(CNPJ_LENGTH, '0')
  return type !== 'cpf' && zeros(CNPJ_LENGTH) && isCnpj(cnpj) ? { type: 'cnpj', number: cnpj } : undefined
}

function emailOf(text: string, type: SearchType): Shapes['email'] {
  const typed = emailKey(text)
  if (/\s/.test(typed) || typed.startsWith('@')) return undefined
  return typed.includes('@') || (type === 'email' && typed.length >= 3) ? { text: typed, whole: false } : undefined
}

function nameOf(text: string, type: SearchType, typing: boolean): Shapes['name'] {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '')
  if (text.includes('@') || letters.length < 2 || (type === 'all' && text.length > 8 && idOf(text))) return undefined
  if (!/\p{L}/u.test(letters) && letters.length >= 8 && type === 'all') return undefined
  return { text, openEnded: typing || type === 'name', fragments: type === 'name' }
}

function warningsOf(text: string, type: SearchType, shapes: Shapes): Warning[] {
  const number = shapes.document?.number ?? ''
  const asCpf = number.length === CPF_LENGTH && (type === 'cpf' || CPF_WRITTEN.test(text) || !shapes.phone)
  const wrongCpf = shapes.document?.cpf && asCpf && !isCpf(number)
  const wrongCnpj =
    shapes.document?.cnpj && number.length === CNPJ_LENGTH && CNPJ_ENDING.test(number) && !isCnpj(number)
  return wrongCpf || wrongCnpj ? ['bad_check_digit'] : []
}
