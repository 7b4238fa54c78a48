/** Invisible format characters (Unicode category Cf), such as zero-width spaces and direction marks, which pasted text often contains. */
const INVISIBLE = /\p{Cf}/gu
const EMOJI_BEFORE = /\p{Extended_Pictographic}\ufe0f?$/u

/** Returns the text without invisible characters, except joiners within an emoji. */
export const visibleText = (text: string): string =>
  text.replace(INVISIBLE, (sign, at: number) => (EMOJI_BEFORE.test(text.slice(Math.max(0, at - 4), at)) ? sign : ''))

const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g

/** The text with plain digits, letters, spaces and hyphens instead of their typographic forms. */
export const plainText = (text: string): string =>
  visibleText(text).normalize('NFKC').replace(DASHES, '-').replace(/\s+/g, ' ').trim()
