import { env } from '@/lib/env'
import type { Carrier } from '@/lib/sending/carrier'
import { offlineCarrier } from '@/lib/sending/offline'
import { zenviaCarrier } from './zenvia'

let made: Carrier | undefined

/** Zenvia with a token, else the offline outbox. */
export const phoneCarrier = (): Carrier => (made ??= make())

function make(): Carrier {
  const {
    ZENVIA_API_TOKEN: token,
    ZENVIA_BASE_URL: baseUrl,
    SMS_FROM: sms,
    WHATSAPP_FROM: whatsapp,
    ZENVIA_PER_SECOND: perSecond,
  } = env()
  return token ? zenviaCarrier({ token, baseUrl, from: { sms, whatsapp }, perSecond }) : offlineCarrier
}
