import { isScientific, withoutDecimals } from './spreadsheet-numbers'
import { plainText } from './visible-text'

export type PhoneText = {
  /** Digits, spaces and the marks of phone numbers, with `+` where it was written. */
  number: string
  /** `ramal 23`, as it was written. */
  extension: string | null
  /** Words beside the number, e.g. `recado c/ Ana`. */
  remark: string | null
  /** Whether a spreadsheet added `.0` to the number. */
  decimals: boolean
}

const LINK =
  /^(?:(?:tel|callto|sms|whatsapp)\s*:\s*(?:\/\/)?(?:send\?phone=)?|(?:https?:\/\/)?(?:www\.)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?phone=))/i
const LINK_END = /(?:@(?:s\.whatsapp\.net|c\.us|lid)|[?&](?:text|type|app_absent)=.*)$/i
const EXTENSION =
  /[\s,;(-]*(?:;ext=|\b(?:ramal|rml|ext(?:ensi[oó]n|\.)?|extens[aã]o|interno|int\.|anexo|r\.)|(?<=\d\s?)x)\s*[:.]?\s*(\d{1,6})\)?\s*$/i
/** `(0xx11)`, `0**11`: an area code with a placeholder for the carrier. */
const OPEN_CARRIER = /^\(?\s*0?\s*(?:xx|\*\*|\.\.)\s*[-.)]?\s*\(?(\d{2})\s*\)?/i
const LABEL =
  /^(?:tel(?:efone|éfono|efono)?s?|cel(?:ular)?|fone|fixo|m[óo]vel|m[óo]vil|mobile|phone|whats ?(?:app|zap)?|zap|wpp)\b\s*[.:/-]*\s*/i
const WORDS_BEFORE = /^(\p{L}[^\d+]*?[\s:(-])\s*(?=[+(\d])/u
const WORDS_BEHIND = /(?<=\d\)?)\s*(?:[-,;(]\s*|\s)(\(?\p{L}[^]*)$/u
const NUMBER = /^\+?[\d\s().-]*\d[\s)]*$/

/**
 * Separates a phone number from what people and programs write around it. Null if any other character remains:
 * no character is removed to make a number valid.
 */
export function readPhoneText(text: string): PhoneText | null {
  const written = plainText(text).replace(LINK, '').replace(LINK_END, '').replace(/^%2b/i, '+')
  if (isScientific(written)) return null
  const whole = withoutDecimals(written)
  if (whole) return { number: whole, extension: null, remark: null, decimals: true }
  const extension = EXTENSION.exec(written)
  const labelled = written.slice(0, extension?.index).replace(OPEN_CARRIER, '($1) ').replace(LABEL, '')
  const behind = WORDS_BEHIND.exec(labelled)
  const before = WORDS_BEFORE.exec(labelled)
  const number = labelled
    .slice(before?.[0].length ?? 0, behind?.index)
    .replace(OPEN_CARRIER, '($1) ')
    .trim()
  const words = [before?.[1], behind?.[1]].map((part) => part?.replace(/[\s:(-]+$/, '').trim()).filter(Boolean)
  if (!NUMBER.test(number) || !balanced(number)) return null
  return {
    number,
    extension: extension
      ? extension[0]
          .replace(/^[\s,;(-]+|\)\s*$/g, '')
          .replace(/^ext=/i, 'ext. ')
          .trim()
      : null,
    remark: words.join(' ') || null,
    decimals: false,
  }
}

/** Whether `+` is only at the start, and every bracket is closed. */
const balanced = (number: string) => number.split('(').length === number.split(')').length && !/[.,]\d$/.test(number)
