import { Chip } from '@/components/ui/chip'
import type { Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { toInteraction } from '@/lib/agenda/paths'
import type { InteractionView } from '@/lib/agenda/queries/interactions'
import type { I18n } from '@/lib/i18n/translator'
import { SITUATION_TONES } from './words'

/** The columns of a customer's interactions (B6). */
export function interactionColumns(customerId: string, i18n: I18n): Column<InteractionView>[] {
  const { t } = i18n
  return [
    {
      key: 'means',
      header: t('agenda.columns.means'),
      primary: true,
      words: true,
      cell: (row) => (
        <Link className="link" href={toInteraction(customerId, row.id)}>
          {t(`agenda.means.${row.means}`)}
        </Link>
      ),
    },
    { key: 'number', header: t('agenda.columns.number'), fold: true, nowrap: true, cell: ({ number }) => number },
    {
      key: 'situation',
      header: t('agenda.columns.situation'),
      cell: ({ situation }) => <Chip tone={SITUATION_TONES[situation]}>{t(`agenda.situations.${situation}`)}</Chip>,
    },
    {
      key: 'at',
      header: t('agenda.columns.at'),
      fold: true,
      words: true,
      cell: ({ startedAt }) => <Time at={startedAt} i18n={i18n} />,
    },
    { key: 'store', header: t('agenda.columns.store'), fold: true, words: true, cell: ({ storeName }) => storeName },
    {
      key: 'seller',
      header: t('agenda.columns.seller'),
      fold: true,
      words: true,
      cell: ({ sellerName }) => sellerName,
    },
    {
      key: 'feedback',
      header: t('agenda.columns.feedback'),
      fold: true,
      words: true,
      cell: ({ feedback }) => (feedback ? t(`agenda.feedbacks.${feedback}`) : <span className="none">—</span>),
    },
    {
      key: 'comment',
      header: t('agenda.columns.comment'),
      fold: true,
      cell: (row) => <Comment row={row} i18n={i18n} />,
    },
  ]
}

/** The seller's comment, else the text of the WhatsApp message, and the reason of the contact. */
function Comment({ row, i18n: { t } }: { row: InteractionView; i18n: I18n }) {
  const text = row.comment ?? (row.means === 'whatsapp' ? row.message : null)
  if (!text && !row.reason) return <span className="none">—</span>
  return (
    <>
      {text}
      {row.reason && <small>{t('agenda.interactions.ofReason', { reason: row.reason })}</small>}
    </>
  )
}
