import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

export const CODE_MINUTES = 10
export const CODE_TRIES = 5
/** Between two codes. */
export const CODE_PAUSE_SECONDS = 60
/** Of one acceptance: a link in wrong hands must not become a way to pester its owner. */
export const CODES_MAX = 10

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** Keyed, because a million possibilities are tried in no time by whoever reads the database alone. */
export const codeHash = (acceptanceId: string, code: string): Buffer =>
  createHmac('sha256', Buffer.from(env().DATA_KEY, 'base64')).update(`acceptance-code ${acceptanceId} ${code}`).digest()

export function isCode(acceptanceId: string, typed: string, hash: Buffer): boolean {
  return timingSafeEqual(codeHash(acceptanceId, typed.replace(/\D/g, '')), hash)
}
