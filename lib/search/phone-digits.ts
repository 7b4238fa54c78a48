import { readPhoneText } from '@/lib/values/phone-text'
import { parsePhone } from '@/lib/values/phones'

/** The parts of a typed phone that the search uses: its last eight digits, and the area from the digits before them. */
export type PhoneDigits = {
  lastEight: string
  /** The DDD, when one was typed. */
  ddd?: string
  /** The digits before the last eight of a foreign number: country and area. */
  before?: string
  /** The country and area codes that the number has when it is read as one of another country: `+54911`. */
  areas?: string[]
  /** Whether the ninth digit was typed. */
  nine: boolean
}

const LONGEST = 18
const REGION = ['AR', 'MX', 'CL', 'CO', 'PE', 'UY', 'PY', 'BO', 'EC', 'VE'] as const
const CPF_WRITTEN = /^\d{3}\.\d{3}\.\d{3}-\d{2}$/

/** Brazilian numbers with or without +55, DDD, trunk 0, carrier and ninth digit (F6); others by country and area. */
export function phoneDigits(text: string, certain: boolean): PhoneDigits | undefined {
  const read = brazilianDigits(text, certain)
  const areas = read?.ddd || read?.before ? foreignAreas(text, read.lastEight) : []
  return read && { ...read, ...(areas.length > 0 && { areas }) }
}

function brazilianDigits(text: string, certain: boolean): PhoneDigits | undefined {
  const written = readPhoneText(text)
  const number = written && !written.remark ? written.number : text
  if (!/^[+(]?[\d().\-\s]+$/.test(number) || (!certain && CPF_WRITTEN.test(text))) return undefined
  const digits = number.replace(/\D/g, '')
  if (digits.length < 8 || digits.length > LONGEST) return undefined
  const lastEight = digits.slice(-8)
  const typed = digits.slice(0, -8)
  const rest = typed.replace(/^0+/, '')
  const [, ddd, nine] =
    /^(?:55)?([1-9]\d)?(9)?$/.exec(rest) ?? (rest === typed ? [] : (/^\d\d(\d\d)(9)?$/.exec(rest) ?? []))
  if (ddd || nine || rest === '') return { lastEight, ...(ddd && { ddd }), nine: Boolean(nine) }
  return { lastEight, before: rest, nine: false }
}

/** Returns the readings of the number in the countries of the region that have the same last eight digits. */
function foreignAreas(text: string, lastEight: string): string[] {
  if (!/^\s*(?:\+|00)/.test(text) && parsePhone(text)) return []
  const keys = REGION.map((country) => parsePhone(text, country)?.matchKey)
  const areas = keys.flatMap((key) => (key?.startsWith(`${lastEight}|+`) ? [key.slice(lastEight.length + 1)] : []))
  return [...new Set(areas)]
}
