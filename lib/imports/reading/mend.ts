import iconv from 'iconv-lite'
import { visibleText } from '@/lib/values/visible-text'

/** The first two bytes of a UTF-8 character, read as Windows-1252. */
const ENCODED_TWICE =
  /[\u00c2-\u00c5\u00c3\u00e2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/
const strict = new TextDecoder('utf-8', { fatal: true })

/** Repairs a text that was encoded in UTF-8 twice: `PÃ¢mela` → `Pâmela`. Null for any other text. */
export function mendEncoding(text: string): string | null {
  if (!ENCODED_TWICE.test(text)) return null
  const bytes = iconv.encode(text, 'windows-1252')
  if (iconv.decode(bytes, 'windows-1252') !== text) return null
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

/** Returns the text without invisible characters, and repaired if it was encoded twice. */
export const mended = (text: string): string => {
  const visible = visibleText(text)
  return mendEncoding(visible) ?? visible
}
