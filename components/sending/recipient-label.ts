import type { I18n } from '@/lib/i18n/translator'
import type { Recipient } from '@/lib/sending/recipients'

/** The address of a point, its label, and whether it is the primary one. */
export const recipientLabel = ({ shown, label, primary }: Recipient, t: I18n['t']): string =>
  [shown, label, primary && t('sending.recipients.primary')].filter(Boolean).join(' · ')
