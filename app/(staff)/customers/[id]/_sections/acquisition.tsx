import { WebAddress } from '@/components/acquisition/web-address'
import { clickWords, placeWords, utmWords } from '@/components/acquisition/words'
import { Reveal } from '@/components/privacy/reveal'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { DefinitionList, type Fact } from '@/components/ui/definition-list'
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

type TouchProps = { title: string; touch: Touch; mayReveal: boolean; i18n: I18n }

const TouchCard = ({ title, touch, mayReveal, i18n }: TouchProps) => (
  <Card title={title}>
    <CardBody>
      <DefinitionList items={factsOf(touch, i18n)} />
      {touch.masked && mayReveal && (
        <Reveal
          alone
          subject={`touch:${touch.id}`}
          text={i18n.t('acquisition.reveal')}
          aria-label={i18n.t('acquisition.revealLabel', { date: i18n.format.dateTime(touch.contactedAt, 'dayTime') })}
        />
      )}
    </CardBody>
  </Card>
)

/** Everything that is known of a contact. */
function factsOf(touch: Touch, i18n: I18n): Fact[] {
  const { t } = i18n
  const { generatedUrl, referrer } = touch
  const facts: Fact[] = [
    { label: t('acquisition.fields.contactedAt'), value: <Time at={touch.contactedAt} i18n={i18n} /> },
    { label: t('acquisition.fields.entryMethod'), value: t(`acquisition.methods.${touch.entryMethod}`) },
    { label: t('acquisition.fields.place'), value: placeWords(touch) },
    { label: t('acquisition.fields.site'), value: touch.site },
    {
      label: t('acquisition.fields.generatedUrl'),
      value: generatedUrl && <WebAddress address={generatedUrl} t={t} />,
    },
    { label: t('acquisition.fields.referrer'), value: referrer && <WebAddress address={referrer} t={t} /> },
    { label: t('acquisition.fields.medium'), value: utmWords(touch, i18n) },
    { label: t('acquisition.fields.clickIds'), value: clickWords(touch, i18n) },
    { label: t('acquisition.fields.ipAddress'), value: touch.ipAddress },
    { label: t('acquisition.fields.recordedBy'), value: touch.recordedBy },
  ]
  return facts.filter(({ value }) => value)
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
