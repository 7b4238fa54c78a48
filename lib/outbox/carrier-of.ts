import { mailCarrier } from '@/lib/mail/carrier'
import type { SendChannel } from '@/lib/sending/address'
import type { Carrier } from '@/lib/sending/carrier'
import { phoneCarrier } from '@/lib/sms/carrier'

export const carrierOf = (channel: SendChannel): Carrier => (channel === 'email' ? mailCarrier() : phoneCarrier())
