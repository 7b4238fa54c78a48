/** The parts of a typed phone that the search uses: its last eight digits, and the area from the digits before them. */
export type PhoneDigits = {
  lastEight: string
  /** The DDD, when one was typed. */
  ddd?: string
  /** The digits before the last eight of a foreign number: country and area. */
  before?: string
  /** Whether the ninth digit was typed. */
  nine: boolean
}

const LONGEST = 18
const CPF_WRITTEN = /^\d{3}\.\d{3}\.\d{3}-\d{2}$/

/** Brazilian numbers with or without +55, DDD, trunk 0, carrier and ninth digit (F6); others by country and area. */
export function phoneDigits(text: string, certain: boolean): PhoneDigits | undefined {
  if (!/^[+(]?[\d().\-\s]+$/.test(text) || (!certain && CPF_WRITTEN.test(text))) return undefined
  const digits = text.replace(/\D/g, '')
  if (digits.length < 8 || digits.length > LONGEST) return undefined
  const lastEight = digits.slice(-8)
  const typed = digits.slice(0, -8)
  const rest = typed.replace(/^0+/, '')
  const [, ddd, nine] =
    /^(?:55)?([1-9]\d)?(9)?$/.exec(rest) ?? (rest === typed ? [] : (/^\d\d(\d\d)(9)?$/.exec(rest) ?? []))
  if (ddd || nine || rest === '') return { lastEight, ...(ddd && { ddd }), nine: Boolean(nine) }
  return { lastEight, before: rest, nine: false }
}
