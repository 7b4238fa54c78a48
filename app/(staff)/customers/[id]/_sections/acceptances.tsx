import { FileSignature } from '@/components/ui/icons'
import { AcceptanceRows } from '@/components/acceptances/acceptance-rows'
import { StatusChip } from '@/components/acceptances/status-chip'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardRow } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { toAcceptance, toAcceptances, toNewAcceptance } from '@/lib/acceptances/paths'
import { listAcceptances } from '@/lib/acceptances/queries'

/** Every document sent for acceptance, newest first (A1, A2). The evidence is on the page of each. */
export async function AcceptancesSection({ ctx, customer, i18n, search }: SectionProps) {
  const { t } = i18n
  const { acceptances, nextCursor } = await listAcceptances(ctx, customer, { cursor: search.cursor })
  const maySend = ctx.viewer.can('messages.send')
  const request = maySend && (
    <ButtonLink href={toNewAcceptance(customer.id)} variant={acceptances.length ? 'secondary' : 'primary'}>
      <FileSignature aria-hidden />
      {t('acceptances.section.request')}
    </ButtonLink>
  )
  if (!acceptances.length) {
    return (
      <Card>
        <EmptyState
          icon={FileSignature}
          title={t('acceptances.section.empty')}
          text={t('acceptances.section.emptyText')}
          action={request}
        />
      </Card>
    )
  }
  return (
    <div className="grid gap-4">
      {request && <div className="flex justify-end">{request}</div>}
      <Card title={t('acceptances.sectionName')}>
        <AcceptanceRows acceptances={acceptances} customerId={customer.id} now={ctx.now} i18n={i18n} />
        <SectionPager i18n={i18n} path={toAcceptances(customer.id)} cursor={search.cursor} nextCursor={nextCursor} />
      </Card>
    </div>
  )
}

/** The latest three, for the overview. Reads and shows nothing when the header counts no acceptance. */
export async function AcceptancesCard({ ctx, customer, i18n }: SectionProps) {
  if (!customer.counts.acceptances) return null
  const { t } = i18n
  const { acceptances } = await listAcceptances(ctx, customer, { limit: 3 })
  return (
    <Card
      title={t('acceptances.section.card')}
      action={<Link href={toAcceptances(customer.id)}>{t('profile.seeAll')}</Link>}
    >
      {acceptances.map(({ id, title, status, createdAt, decidedAt }) => (
        <CardRow key={id} end={<StatusChip status={status} t={t} />}>
          <Link className="link" href={toAcceptance(customer.id, id)}>
            {title}
          </Link>
          <small>
            <Time at={decidedAt ?? createdAt} i18n={i18n} now={ctx.now} relative />
            {(status === 'waiting' || status === 'pending') && ctx.viewer.can('messages.send') && (
              <>
                {' · '}
                <Link className="link" href={toAcceptance(customer.id, id)}>
                  {t('acceptances.section.manage')}
                </Link>
              </>
            )}
          </small>
        </CardRow>
      ))}
    </Card>
  )
}
