import { MapPin } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toAcquisition } from '@/lib/acquisition/paths'
import type { RowParts, RowProps } from './props'

/** A contact by which the customer came: how, by which campaign, and from where. */
export function acquisitionRow({ event: { detail }, customerId, i18n: { t } }: RowProps<'acquisition'>): RowParts {
  const { entryMethod, source, campaign, city } = detail
  return {
    icon: MapPin,
    title: (
      <Link href={toAcquisition(customerId)}>
        {[t(`acquisition.methods.${entryMethod}`), campaign ?? source].filter(Boolean).join(' · ')}
      </Link>
    ),
    note: [t('acquisition.contact'), city].filter(Boolean).join(' · '),
  }
}
