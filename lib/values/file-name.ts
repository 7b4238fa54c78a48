import { sanitizeText } from './sanitize-text'

const LENGTH_MAX = 200

/** Control characters, and characters that change the text direction, which could hide the real extension. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/**
 * The name of an uploaded file, for display: without its folders and without invisible characters, at most 200 characters from its end.
 * Empty when nothing visible is left. Browsers write a quotation mark as `%22` (HTML, "multipart/form-data").
 */
export function cleanFileName(name: string): string {
  const visible = name.replaceAll('%22', '"').replace(UNSEEN, '').split(/[\\/]/).at(-1)!
  return sanitizeText(visible.slice(-LENGTH_MAX)).trim()
}
