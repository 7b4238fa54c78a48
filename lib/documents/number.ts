import { randomInt } from 'node:crypto'

export const NUMBER_MAX = 60

/** Normalizes a number for storage and search: without spaces, in capitals. */
export const normalizeNumber = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** Without letters that look like digits. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

const block = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** Returns a random number for a new document, for example `D26-7K3M-9QXA`. It has 39 random bits, so no counter is needed. */
export const newDocumentNumber = (now: Date): string =>
  `D${String(now.getUTCFullYear()).slice(2)}-${block()}-${block()}`
