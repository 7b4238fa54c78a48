import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { toAgenda } from '@/lib/agenda/paths'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import { today } from '@/lib/kernel/today'
import { AGENDA_MEANS } from '@/lib/seller-agenda/contact-options'
import type { ReasonEntry } from '@/lib/seller-agenda/read-agenda'
import { MeansButton } from './means-button'
import { ReasonWords } from './reason-words'
import { blackoutWords, factWords } from './words'

type Props = {
  rows: readonly ReasonEntry[]
  /** Whether the rows belong to several sellers, so that each names its own. */
  withSeller: boolean
  canWork: boolean
  now: Date
  i18n: I18n
}

/** Whom to contact: the customer, the reason, until when, and the two means. */
export const ReasonList = ({ rows, ...rest }: Props) => (
  <StaticHtml as="ul" className="agenda-list">
    {rows.map((row) => (
      <ReasonItem key={row.id} row={row} {...rest} />
    ))}
  </StaticHtml>
)

type ItemProps = Omit<Props, 'rows'> & { row: ReasonEntry }

function ReasonItem({ row, withSeller, canWork, now, i18n }: ItemProps) {
  const { t } = i18n
  const endsToday = row.closesOn === today(now)
  return (
    <li className="agenda-row">
      <div className="agenda-who">
        <Link className="agenda-name" href={toAgenda(row.customerId)}>
          {row.customerName}
        </Link>
        <Chip tone={endsToday ? 'warn' : 'neutral'}>
          {endsToday
            ? t('sellerAgenda.reasons.endsToday')
            : t('sellerAgenda.reasons.endsOn', { day: formatDay(row.closesOn, i18n) })}
        </Chip>
      </div>
      <ReasonWords kind={row.kind} reason={row.reason} t={t} />
      <p className="agenda-facts">
        {factWords(row.facts, now, i18n)}
        {withSeller && ` · ${sellerWords(row, i18n)}`}
      </p>
      {row.blackout && <p className="agenda-blackout">{blackoutWords(row.blackout, i18n)}</p>}
      <div className="agenda-ways">
        {AGENDA_MEANS.map((means) => (
          <MeansButton
            key={means}
            means={means}
            option={row.options[means]}
            customer={row}
            reasonId={row.id}
            canStart={canWork && !row.blackout}
            now={now}
            i18n={i18n}
          />
        ))}
      </div>
    </li>
  )
}

const sellerWords = ({ sellerName, storeName }: ReasonEntry, { t }: I18n): string =>
  sellerName
    ? t('sellerAgenda.reasons.forSeller', { seller: sellerName, store: storeName })
    : t('sellerAgenda.reasons.forStore', { store: storeName })
