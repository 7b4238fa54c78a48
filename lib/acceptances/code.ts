import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

export const CODE_MINUTES = 10
export const CODE_TRIES = 5
/** The minimum time between two codes. */
export const CODE_PAUSE_SECONDS = 60
/** The maximum number of codes of one acceptance, so that a stolen link cannot be used to flood the customer with messages. */
export const CODES_MAX = 10

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** A keyed hash, because with the database alone one could otherwise try all million codes. */
export const codeHash = (acceptanceId: string, code: string): Buffer =>
  createHmac('sha256', Buffer.from(env().DATA_KEY, 'base64')).update(`acceptance-code ${acceptanceId} ${code}`).digest()

export function isCode(acceptanceId: string, typed: string, hash: Buffer): boolean {
  return timingSafeEqual(codeHash(acceptanceId, typed.replace(/\D/g, '')), hash)
}
