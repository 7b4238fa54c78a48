import { mailTransport } from '@/lib/mail/transport'
import type { SendChannel } from '@/lib/sending/address'
import type { Transport } from '@/lib/sending/transport'
import { phoneTransport } from '@/lib/sms/transport'

export const transportOf = (channel: SendChannel): Transport =>
  channel === 'email' ? mailTransport() : phoneTransport()
