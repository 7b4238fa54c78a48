/** The alphabet of SMS, and its extension, in which a character takes two places (3GPP TS 23.038, 6.2.1). */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENSION = '\f^{}\\[~]|€'

/** How many places a message of one part has, and each part of a longer message. Any other character, such as `ã`, makes the text UCS-2. */
const GSM = { single: 160, part: 153 }
const UCS2 = { single: 70, part: 67 }

/** Returns the number of parts in which an SMS is sent and billed. */
export function smsParts(text: string): number {
  const characters = [...text]
  const isGsm = characters.every((one) => BASIC.includes(one) || EXTENSION.includes(one))
  const places = isGsm ? characters.length + characters.filter((one) => EXTENSION.includes(one)).length : text.length
  const { single, part } = isGsm ? GSM : UCS2
  return places <= single ? 1 : Math.ceil(places / part)
}
