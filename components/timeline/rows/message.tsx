import { StepMarks } from '@/components/sending/step-marks'
import { Mail, MessageCircle, MessageSquareText } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toInteraction } from '@/lib/interactions/paths'
import type { SendChannel } from '@/lib/sending/address'
import type { RowParts, RowProps } from './props'

export const CHANNEL_ICONS: Record<SendChannel, RowParts['icon']> = {
  email: Mail,
  sms: MessageSquareText,
  whatsapp: MessageCircle,
}

export function messageRow({ event: { id, detail }, customerId, i18n }: RowProps<'messages'>): RowParts {
  const { name, subject, journey, channel, to, steps, state } = detail
  return {
    icon: CHANNEL_ICONS[channel],
    title: <Link href={toInteraction({ customerId, sendId: id })}>{subject ?? name}</Link>,
    note: [i18n.t(`sending.channels.${channel}`), journey].filter(Boolean).join(' · '),
    to: to.text,
    end: <StepMarks steps={steps} state={state} i18n={i18n} />,
  }
}
