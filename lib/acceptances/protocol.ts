import { randomInt } from 'node:crypto'

/** Without 0 O, 1 I L, and U: read aloud or typed from paper, no character stands for another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
const PREFIX = 'RT'

/** `RT-7K4M-Q2XD-9H3F`: 30^12 of them, so that none is found by trying. */
export const newProtocol = (): string =>
  grouped(Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''))

/** A protocol as typed, with or without its prefix and dashes; null when it cannot be one. */
export function readProtocol(typed: string | undefined): string | null {
  const all = (typed ?? '').toUpperCase().replace(/[^0-9A-Z]/g, '')
  const body = all.length === LENGTH + PREFIX.length && all.startsWith(PREFIX) ? all.slice(PREFIX.length) : all
  return body.length === LENGTH && [...body].every((c) => ALPHABET.includes(c)) ? grouped(body) : null
}

const grouped = (body: string) => [PREFIX, ...body.match(/.{4}/g)!].join('-')
