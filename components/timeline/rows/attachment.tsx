import { Chip } from '@/components/ui/chip'
import { Paperclip } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toAttachment } from '@/lib/attachments/paths'
import type { RowParts, RowProps } from './props'

export function attachmentRow({ event, customerId, i18n: { t } }: RowProps<'attachments'>): RowParts {
  const { name, type, by, caseNumber, deleted } = event.detail
  const subject =
    caseNumber === null
      ? t('timeline.attachment')
      : `${t('timeline.attachment')} · ${t('cases.number', { number: String(caseNumber) })}`
  return {
    icon: Paperclip,
    title: <Link href={toAttachment(customerId, event.id)}>{name}</Link>,
    note: `${subject} · ${t(`attachments.types.${type}`)} · ${by}`,
    end: deleted && <Chip>{t('timeline.documentState.deleted')}</Chip>,
  }
}
