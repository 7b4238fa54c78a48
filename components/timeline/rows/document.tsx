import { Chip } from '@/components/ui/chip'
import { FileText } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toDocument } from '@/lib/documents/paths'
import type { RowParts, RowProps } from './props'

export function documentRow({ event: { id, detail }, customerId, i18n: { t } }: RowProps<'documents'>): RowParts {
  const { title, number, state } = detail
  return {
    icon: FileText,
    title: <Link href={toDocument(customerId, id)}>{title}</Link>,
    note: `${t('timeline.document')} · ${number}`,
    end: state !== 'available' && <Chip>{t(`timeline.documentState.${state}`)}</Chip>,
  }
}
