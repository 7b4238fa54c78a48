import { NotebookPen } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toNote } from '@/lib/notes/paths'
import type { RowParts, RowProps } from './props'
import { shortText } from './short-text'

export function noteRow({ event: { id, detail }, customerId, i18n: { t } }: RowProps<'notes'>): RowParts {
  return {
    icon: NotebookPen,
    title: <Link href={toNote(customerId, id)}>{shortText(detail.body)}</Link>,
    note: `${t('timeline.note')} · ${detail.author}`,
  }
}
