import { createHmac, hkdfSync, randomInt } from 'node:crypto'
import { open, seal } from '@/lib/audit/seal'
import { env } from '@/lib/env'

const CODES = 10
const CODE_LENGTH = 10
/** Without characters that look alike: ten of them have 48 bits. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvw'

const keyFor = (purpose: string) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(env().DATA_KEY, 'base64'), '', `retrato ${purpose}`, 32))

export const sealSecret = (userId: string, secret: string): Buffer =>
  seal(keyFor('second factor'), Buffer.from(secret), userId)

export const openSecret = (userId: string, sealed: Buffer): string =>
  open(keyFor('second factor'), sealed, userId).toString()

/** Ten codes such as `7hk3p-m2wqd`. */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, newCode)

function newCode(): string {
  const characters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
  return `${characters.slice(0, CODE_LENGTH / 2).join('')}-${characters.slice(CODE_LENGTH / 2).join('')}`
}

/** The HMAC of a recovery code, without regard to case, spaces and hyphens. */
export const recoveryHash = (userId: string, code: string): Buffer =>
  createHmac('sha256', keyFor('recovery codes'))
    .update(`${userId}\n${code.toLowerCase().replace(/[\s-]/g, '')}`)
    .digest()
