import { env } from '@/lib/env'
import type { Carrier } from '@/lib/sending/carrier'
import { offlineCarrier } from '@/lib/sending/offline'
import { resendCarrier } from './resend'

let made: Carrier | undefined

/** Resend with a key, else the offline outbox. */
export const mailCarrier = (): Carrier => (made ??= make())

function make(): Carrier {
  const { RESEND_API_KEY: key, RESEND_BASE_URL: baseUrl, MAIL_FROM: from, RESEND_PER_SECOND: perSecond } = env()
  return key && from ? resendCarrier({ key, baseUrl, from, perSecond }) : offlineCarrier
}
