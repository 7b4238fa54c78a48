import { randomInt } from 'node:crypto'

export const NUMBER_MAX = 60

/** As a number is kept and searched by: without spaces, in capitals. */
export const normalizeNumber = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** Without the letters that are read as digits. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

const block = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** A number for a document made here, e.g. `D26-7K3M-9QXA`: 39 bits of chance, so that nobody has to count. */
export const newDocumentNumber = (now: Date): string =>
  `D${String(now.getUTCFullYear()).slice(2)}-${block()}-${block()}`
