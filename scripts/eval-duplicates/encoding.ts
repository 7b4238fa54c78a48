import { guessOneByte } from '@/lib/imports/reading/guess-encoding'
import type { Encoding } from '@/lib/imports/reading/encoding'

/** UTF-8 if the whole file is valid UTF-8, otherwise the most likely single-byte encoding. */
export function encodingOf(bytes: Buffer): Encoding {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return guessOneByte(bytes)
  }
}
