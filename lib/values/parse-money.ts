import { decimalsOf, decimalText, type Money } from './money'

/** The mark between the units and the decimals of an amount. */
export type DecimalMark = ',' | '.'

/**
 * Why a text is not an amount. `ambiguous`: it has two readings, such as `1.234`. `wrong_mark`: it would be an amount with the other
 * decimal mark.
 */
export type MoneyProblem = 'not_a_number' | 'ambiguous' | 'wrong_mark' | 'too_precise' | 'too_large' | 'other_currency'

export type ParsedMoney = { ok: true; money: Money } | { ok: false; problem: MoneyProblem }

type Expected = {
  currency: string
  /** The mark of the form's language or of the file's column. Without it, the text itself has to be unambiguous. */
  decimalMark?: DecimalMark | undefined
}

/** The decimal mark of a language of the interface. */
export const decimalMarkOf = (locale: string): DecimalMark => (locale.startsWith('en') ? '.' : ',')

/** An amount as a person would type it in this language, to edit it: `1234,50`. */
export const editableMoney = ({ amount, currency }: Money, locale: string): string =>
  decimalText(amount, decimalsOf(currency)).replace('.', decimalMarkOf(locale))

/** The signs of currencies; a sign that several countries use fits each of them. */
const SIGNS: Record<string, RegExp> = {
  R$: /^BRL$/,
  US$: /^USD$/,
  $: /^(USD|ARS|CLP|COP|MXN|UYU|CAD|AUD|NZD|DOP)$/,
  '€': /^EUR$/,
  '£': /^(GBP|EGP|FKP|GIP|SHP)$/,
  '¥': /^(JPY|CNY)$/,
  'S/': /^PEN$/,
}

/**
 * Parses an amount as people type it: `1.234,56`, `R$ 10`, `BRL -3`, `(5,00)`. A text with two readings is refused, not guessed: without a
 * decimal mark that is `1.234`, with the mark `,` it is `10.5`. Digits beyond the currency's decimals are refused unless they are zeros.
 */
export function parseMoney(text: string, { currency, decimalMark }: Expected): ParsedMoney {
  const { sign, digits, currencies } = partsOf(text)
  if (!/^\d[\d.,']*$|^[.,]\d+$/.test(digits)) return problem('not_a_number')
  if (currencies.some((name) => !isSignOf(name, currency))) return problem('other_currency')
  const mark = decimalMark ?? markIn(digits)
  if (mark === 'ambiguous') return problem('ambiguous')
  const [whole = '', decimals = '', ...more] = mark ? digits.split(mark) : [digits]
  if (more.length || !WHOLE[mark ?? 'none'].test(whole)) return problem(decimalMark ? 'wrong_mark' : 'not_a_number')
  if (!/^\d*$/.test(decimals)) return problem('not_a_number')
  return amountOf(sign, whole.replace(/\D/g, ''), decimals, currency)
}

const problem = (name: MoneyProblem): ParsedMoney => ({ ok: false, problem: name })

/** Separates the digits from the signs around them. */
function partsOf(text: string) {
  const compact = text
    .normalize('NFKC')
    .trim()
    // Spaces and apostrophes both separate groups of digits.
    .replace(/(\d)\s(?=\d)/g, "$1'")
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/’/g, "'")
  const isNegative = /^[^\d]*-|-$|^\(.*\)$/.test(compact)
  const bare = compact
    .replace(/^\((.*)\)$/, '$1')
    .replace(/-/g, '')
    .replace(/^\+/, '')
  const [, before = '', digits = '', after = ''] = /^([^\d.,]*)([\d.,']*)([^\d.,]*)$/.exec(bare) ?? []
  const isWellFormed = (compact.match(/-/g) ?? []).length <= 1
  return {
    sign: isNegative ? -1 : 1,
    digits: isWellFormed ? digits : '',
    currencies: [before, after].filter(Boolean),
  }
}

const isSignOf = (name: string, currency: string): boolean =>
  name.toUpperCase() === currency || (SIGNS[name.toUpperCase()]?.test(currency) ?? false)

/** The decimal mark that a text itself shows; null if it has none. */
function markIn(digits: string): DecimalMark | null | 'ambiguous' {
  const marks = digits.replace(/[\d']/g, '')
  if (!marks) return null
  const last = marks.at(-1) as DecimalMark
  const other = last === '.' ? ',' : '.'
  if (marks.length > 1) return marks.includes(other) ? last : other
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? 'ambiguous' : last
}

/** The units of an amount: digits only, or with a separator before each group of three digits. */
const WHOLE: Record<DecimalMark | 'none', RegExp> = {
  '.': /^(\d*|\d{1,3}(,\d{3})+|\d{1,3}('\d{3})+)$/,
  ',': /^(\d*|\d{1,3}(\.\d{3})+|\d{1,3}('\d{3})+)$/,
  none: /^(\d*|\d{1,3}('\d{3})+)$/,
}

function amountOf(sign: number, whole: string, decimals: string, currency: string): ParsedMoney {
  const count = decimalsOf(currency)
  if (/[1-9]/.test(decimals.slice(count))) return problem('too_precise')
  const amount = Number(`${whole}${decimals.slice(0, count).padEnd(count, '0')}`)
  if (!Number.isSafeInteger(amount)) return problem('too_large')
  // Not `-0`, which JSON and equality treat as another number.
  return { ok: true, money: { amount: amount === 0 ? 0 : sign * amount, currency } }
}

/** The decimal mark of a column of amounts; null if no amount shows one, or two show different ones. */
export function decimalMarkOfColumn(texts: Iterable<string>): DecimalMark | null {
  const marks = new Set<DecimalMark>()
  for (const text of texts) {
    const mark = markIn(partsOf(text).digits)
    if (mark && mark !== 'ambiguous') marks.add(mark)
  }
  return marks.size === 1 ? [...marks][0]! : null
}
