import { likeReasons, probabilityWords, reasonWords } from '@/lib/duplicates/words'
import type { Column } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { pairLinkId, toPair } from '@/lib/duplicates/paths'
import type { ShownPair } from '@/lib/duplicates/queries/shown-pair'
import type { I18n } from '@/lib/i18n/translator'

/** The columns of every list of pairs: both customers, why they look alike, and how likely they are the same. */
export function pairColumns(i18n: I18n): Column<ShownPair>[] {
  const { t } = i18n
  return [
    {
      key: 'customers',
      header: t('duplicates.columns.customers'),
      primary: true,
      cell: (pair) => customersOf(pair, t),
    },
    {
      key: 'reasons',
      header: t('duplicates.columns.reasons'),
      fold: true,
      cell: (pair) =>
        likeReasons(pair)
          .map((reason) => reasonWords(reason, pair.customers, t))
          .join(', '),
    },
    {
      key: 'probability',
      header: t('duplicates.columns.probability'),
      fold: true,
      nowrap: true,
      cell: ({ probability }) => probabilityWords(probability, i18n),
    },
  ]
}

export const namesOf = ({ customers: [one, other] }: ShownPair) => ({ one: one.name, other: other.name })

function customersOf(pair: ShownPair, t: I18n['t']) {
  const { customerId, otherId, customers } = pair
  return (
    <>
      <Link id={pairLinkId(customerId, otherId)} href={toPair(customerId, otherId)}>
        {t('duplicates.pair', namesOf(pair))}
      </Link>
      <small>
        {customers.map((customer, at) => (
          <span key={customer.id}>
            {at > 0 && ' / '}
            {detailsOf(customer).map((detail, place) => (
              <span key={detail}>
                {place > 0 && ' · '}
                <span className="inline-block">{detail}</span>
              </span>
            ))}
          </span>
        ))}
      </small>
    </>
  )
}

/** The masked tax id and one contact of a customer; each stays on one line where it fits. */
function detailsOf({ document, phone, email }: ShownPair['customers'][number]): string[] {
  const details = [document?.shown, phone ?? email].filter((detail) => typeof detail === 'string')
  return details.length ? details : ['—']
}
