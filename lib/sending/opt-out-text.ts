import type { Purpose } from '@/lib/contact-policy/policy'
import { i18n } from '@/lib/i18n/translator'
import type { SendChannel } from './address'

/** What promotions by SMS add to say how to unsubscribe, as e-mails have a link. lib/outbox/webhooks/opt-out-words.ts recognises the replies. */
export const optOutTextOf = (channel: SendChannel, purpose: Purpose): string | null =>
  channel === 'sms' && purpose === 'marketing' ? i18n('pt-BR').t('sending.smsOptOut') : null
