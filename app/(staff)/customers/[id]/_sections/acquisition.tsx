import { TouchCard } from '@/components/acquisition/touch-card'
import { WebAddress } from '@/components/acquisition/web-address'
import { clickWords, placeWords, utmWords } from '@/components/acquisition/words'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { MapPin, Plus } from '@/components/ui/icons'
import { Time } from '@/components/ui/time'
import { toAcquisition, toNewTouch } from '@/lib/acquisition/paths'
import { getFirstAndLast, listTouches, type Touch } from '@/lib/acquisition/queries'
import type { I18n } from '@/lib/i18n/translator'

/** How the customer came to the company: the first and the last contact, then all of them, the newest first (I8). */
export async function AcquisitionSection({ ctx, customer, i18n, search }: SectionProps) {
  const { t } = i18n
  const ends = await getFirstAndLast(ctx, customer)
  const add = ctx.viewer.can('customers.edit') && (
    <ButtonLink href={toNewTouch(customer.id)} variant="primary">
      <Plus aria-hidden />
      {t('acquisition.add')}
    </ButtonLink>
  )
  if (!ends)
    return (
      <Card>
        <EmptyState icon={MapPin} title={t('acquisition.empty')} text={t('acquisition.emptyText')} action={add} />
      </Card>
    )
  const { touches, nextCursor } = await listTouches(ctx, customer, search.cursor)
  const mayReveal = ctx.viewer.can('personal.reveal')
  const isOnly = ends.first.id === ends.last.id
  const path = toAcquisition(customer.id)
  return (
    <div className="grid gap-4">
      <div className="touch-ends">
        <TouchCard
          title={t(isOnly ? 'acquisition.onlyTitle' : 'acquisition.firstTitle')}
          touch={ends.first}
          mayReveal={mayReveal}
          i18n={i18n}
        />
        {!isOnly && (
          <TouchCard title={t('acquisition.lastTitle')} touch={ends.last} mayReveal={mayReveal} i18n={i18n} />
        )}
      </div>
      <Card title={t('acquisition.title')} action={add}>
        <DataTable
          caption={t('acquisition.title')}
          columns={touchColumns(i18n)}
          rows={touches}
          rowKey={({ id }) => id}
        />
        <SectionPager i18n={i18n} path={path} cursor={search.cursor} nextCursor={nextCursor} />
      </Card>
    </div>
  )
}

const touchColumns = (i18n: I18n): Column<Touch>[] => {
  const { t } = i18n
  const none = <span className="none">—</span>
  return [
    {
      key: 'at',
      header: t('acquisition.fields.contactedAt'),
      primary: true,
      nowrap: true,
      cell: ({ contactedAt }) => <Time at={contactedAt} i18n={i18n} />,
    },
    {
      key: 'method',
      header: t('acquisition.fields.entryMethod'),
      fold: true,
      cell: ({ entryMethod }) => t(`acquisition.methods.${entryMethod}`),
    },
    {
      key: 'medium',
      header: t('acquisition.fields.medium'),
      fold: true,
      cell: (touch) => [utmWords(touch, i18n), clickWords(touch, i18n)].filter(Boolean).join(' · ') || none,
    },
    {
      key: 'generated',
      header: t('acquisition.fields.generatedUrl'),
      fold: true,
      cell: ({ generatedUrl }) => (generatedUrl ? <WebAddress address={generatedUrl} t={t} /> : none),
    },
    { key: 'place', header: t('acquisition.fields.place'), fold: true, cell: (touch) => placeWords(touch) || none },
  ]
}
