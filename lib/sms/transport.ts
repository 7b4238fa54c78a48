import { env } from '@/lib/env'
import type { Transport } from '@/lib/sending/transport'
import { offlineTransport } from '@/lib/sending/offline'
import { zenviaTransport } from './zenvia'

let made: Transport | undefined

/** Zenvia with a token, else the offline outbox. */
export const phoneTransport = (): Transport => (made ??= make())

function make(): Transport {
  const {
    ZENVIA_API_TOKEN: token,
    ZENVIA_BASE_URL: baseUrl,
    SMS_FROM: sms,
    WHATSAPP_FROM: whatsapp,
    ZENVIA_PER_SECOND: perSecond,
  } = env()
  return token ? zenviaTransport({ token, baseUrl, from: { sms, whatsapp }, perSecond }) : offlineTransport
}
