/** The alphabet of SMS, and its extension, in which a character takes two code units (3GPP TS 23.038, 6.2.1). */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENSION = '\f^{}\\[~]|€'

/** The code units of a message of one part, and of each part of a longer one. Any other character, such as `ã`, makes the text UCS-2. */
const GSM = { single: 160, part: 153 }
const UCS2 = { single: 70, part: 67 }

export type SmsSize = {
  parts: number
  /** The code units of the text, and how many fit in one part: septets, or 16-bit units in UCS-2. */
  units: number
  unitsPerPart: number
  /** The characters outside the alphabet of SMS, which shorten each part to 70 or 67 units; empty if there are none. */
  ucs2Characters: string[]
}

/** Returns in how many parts an SMS is sent and billed, and which characters make it UCS-2. */
export function measureSms(text: string): SmsSize {
  const characters = [...text]
  const ucs2Characters = [...new Set(characters.filter((one) => !BASIC.includes(one) && !EXTENSION.includes(one)))]
  const widths = characters.map((one) => (ucs2Characters.length ? one.length : EXTENSION.includes(one) ? 2 : 1))
  const units = widths.reduce((sum, width) => sum + width, 0)
  const { single, part } = ucs2Characters.length ? UCS2 : GSM
  return units <= single
    ? { parts: 1, units, unitsPerPart: single, ucs2Characters }
    : { parts: partsOf(widths, part), units, unitsPerPart: part, ucs2Characters }
}

/** A character of two code units is never split between two parts. */
function partsOf(widths: readonly number[], part: number): number {
  let [parts, used] = [1, 0]
  for (const width of widths) {
    if (used + width > part) [parts, used] = [parts + 1, 0]
    used += width
  }
  return parts
}
