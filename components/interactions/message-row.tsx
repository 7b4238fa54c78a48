import { StepMarks } from '@/components/sending/step-marks'
import { Chip } from '@/components/ui/chip'
import type { DayRow } from '@/components/ui/day-rows'
import { Mail, MessageCircle, MessageSquareText } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import type { I18n } from '@/lib/i18n/translator'
import type { Communication } from '@/lib/interactions/communications'
import { toInteraction } from '@/lib/interactions/paths'
import type { SendChannel } from '@/lib/sending/address'
import { CertificateLink } from './certificate-link'

export const CHANNEL_ICONS: Record<SendChannel, DayRow['icon']> = {
  email: Mail,
  sms: MessageSquareText,
  whatsapp: MessageCircle,
}

type Message = Pick<Communication, 'sendId' | 'name' | 'subject' | 'journey' | 'channel' | 'to' | 'steps' | 'state'> &
  Partial<Pick<Communication, 'purpose' | 'test' | 'certificateUrl'>>

/** One message with its steps, in every list of messages. */
export function messageParts(message: Message, customerId: string, i18n: I18n): Omit<DayRow, 'id' | 'at'> {
  const { sendId, name, subject, purpose, journey, channel, to, steps, state, test, certificateUrl } = message
  const { t } = i18n
  const about = [t(`sending.channels.${channel}`), purpose && t(`interactions.purpose.${purpose}`), journey]
  return {
    icon: CHANNEL_ICONS[channel],
    title: (
      <Link href={toInteraction({ customerId, sendId })}>
        {test && <Chip tone="warn">{t('interactions.test')}</Chip>} {subject ?? name}
      </Link>
    ),
    note: about.filter(Boolean).join(' · '),
    to: to.text,
    end: (
      <>
        <StepMarks steps={steps} state={state} i18n={i18n} />
        {certificateUrl && <CertificateLink url={certificateUrl} iconOnly i18n={i18n} />}
      </>
    ),
  }
}
