import { Secret, TOTP } from 'otpauth'
import { env } from '@/lib/env'

/** RFC 6238, and what every authenticator app supports. */
const PERIOD_SECONDS = 30
/** Phones have clocks of their own, so the codes before and after the current one are accepted as well. */
const WINDOW = 1
/** RFC 4226, 4 recommends 160 bits. */
const SECRET_BYTES = 20

export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32

/** The `otpauth:` URI that a QR code passes to the app. */
export const addressOf = (secret: string, email: string): string => totpOf(secret, email).toString()

/** The 30-second step to which a code belongs at this moment, or null if it is wrong. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta
}

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: env().COMPANY_NAME, label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS, digits: 6 })
