/** The alphabet of SMS, and its extension, in which a character takes two places (3GPP TS 23.038, 6.2.1). */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENSION = '\f^{}\\[~]|€'

/** How many places a message of one part has, and each part of a longer message. Any other character, such as `ã`, makes the text UCS-2. */
const GSM = { single: 160, part: 153 }
const UCS2 = { single: 70, part: 67 }

export type SmsSize = {
  parts: number
  /** The places that the text takes, and those of one part. */
  places: number
  placesOfPart: number
  /** The characters outside the alphabet of SMS, which shorten each part to 70 or 67 places; empty if there are none. */
  forcedBy: string[]
}

/** Returns in how many parts an SMS is sent and billed, and which characters make it UCS-2. */
export function measureSms(text: string): SmsSize {
  const characters = [...text]
  const forcedBy = [...new Set(characters.filter((one) => !BASIC.includes(one) && !EXTENSION.includes(one)))]
  const widths = characters.map((one) => (forcedBy.length ? one.length : EXTENSION.includes(one) ? 2 : 1))
  const places = widths.reduce((sum, width) => sum + width, 0)
  const { single, part } = forcedBy.length ? UCS2 : GSM
  return places <= single
    ? { parts: 1, places, placesOfPart: single, forcedBy }
    : { parts: partsOf(widths, part), places, placesOfPart: part, forcedBy }
}

/** A character of two places is never split between two parts. */
function partsOf(widths: readonly number[], part: number): number {
  let [parts, used] = [1, 0]
  for (const width of widths) {
    if (used + width > part) [parts, used] = [parts + 1, 0]
    used += width
  }
  return parts
}
