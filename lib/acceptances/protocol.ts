import { randomInt } from 'node:crypto'

/** Without 0, O, 1, I, L and U, so that no character is mistaken for another when it is read aloud or typed from paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
const PREFIX = 'RT'

/** Returns a random protocol such as `RT-7K4M-Q2XD-9H3F`. There are 30^12, too many to guess one. */
export const newProtocol = (): string =>
  grouped(Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''))

/** Parses a typed protocol, with or without its prefix and dashes. Returns null if it is not one. */
export function readProtocol(typed: string | undefined): string | null {
  const all = (typed ?? '').toUpperCase().replace(/[^0-9A-Z]/g, '')
  const body = all.length === LENGTH + PREFIX.length && all.startsWith(PREFIX) ? all.slice(PREFIX.length) : all
  return body.length === LENGTH && [...body].every((c) => ALPHABET.includes(c)) ? grouped(body) : null
}

const grouped = (body: string) => [PREFIX, ...body.match(/.{4}/g)!].join('-')
