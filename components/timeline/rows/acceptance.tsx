import { StatusChip } from '@/components/acceptances/status-chip'
import { FileSignature } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toAcceptance } from '@/lib/acceptances/paths'
import type { RowParts, RowProps } from './props'

export function acceptanceRow({ event, customerId, i18n: { t } }: RowProps<'acceptances'>): RowParts {
  const { title, status, channel, to } = event.detail
  const isRequest = event.event === 'requested'
  return {
    icon: FileSignature,
    title: <Link href={toAcceptance(customerId, event.id)}>{title}</Link>,
    note: isRequest
      ? `${t('timeline.acceptance.requested')} · ${t(`sending.channels.${channel}`)}`
      : t('timeline.acceptance.decided'),
    to: isRequest && to.text,
    end: <StatusChip status={status} t={t} />,
  }
}
