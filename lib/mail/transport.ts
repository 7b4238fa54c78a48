import { env } from '@/lib/env'
import type { Transport } from '@/lib/sending/transport'
import { offlineTransport } from '@/lib/sending/offline'
import { resendTransport } from './resend'

let made: Transport | undefined

/** Resend with a key, else the offline outbox. */
export const mailTransport = (): Transport => (made ??= make())

function make(): Transport {
  const { RESEND_API_KEY: key, RESEND_BASE_URL: baseUrl, MAIL_FROM: from, RESEND_PER_SECOND: perSecond } = env()
  return key && from ? resendTransport({ key, baseUrl, from, perSecond }) : offlineTransport
}
