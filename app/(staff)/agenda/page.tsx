import { page, titled } from '@/app/_frame/staff-page'
import { ButtonForm } from '@/components/forms/button-form'
import { SectionPager } from '@/components/profile/section-pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { CircleCheckBig } from '@/components/ui/icons'
import { PageHeader } from '@/components/ui/page-header'
import { requirePrimary, type StaffPage } from '@/lib/http/page'
import { settleAction, startContactAction } from '@/lib/seller-agenda/actions'
import { AGENDA, AGENDA_REPORT, AGENDA_SETTINGS, SETTLE_FORM, START_FORM } from '@/lib/seller-agenda/paths'
import { readAgenda } from '@/lib/seller-agenda/read-agenda'
import { chosenAgendaScope, listAgendaChoices, getOwnAgendaScope } from '@/lib/seller-agenda/agenda-scope'
import { AgendaFilter } from './_parts/agenda-filter'
import { OpenCard, RemindersCard, ReservationsCard } from './_parts/due-cards'
import { ReasonList } from './_parts/reason-list'

export const generateMetadata = titled('agenda.read', ({ t }) => t('sellerAgenda.title'))

/** The seller's page for today: whom to contact and why, by which means and until when. Managers choose a seller and a store. */
export default page('agenda.read', async ({ ctx, search, i18n, t, format }) => {
  const { agenda, choices } = await agendaOf({ ctx, search })
  const { reasons, nextCursor, ...due } = await readAgenda(await requirePrimary(), agenda, search.cursor)
  const shared = { canWork: ctx.viewer.can('agenda.work'), now: ctx.now, i18n }
  return (
    <>
      <PageHeader
        title={t('sellerAgenda.title')}
        text={t('sellerAgenda.today', { day: format.dateTime(ctx.now, 'longDay') })}
        actions={
          <>
            {choices && <ButtonLink href={AGENDA_REPORT}>{t('sellerAgenda.report.link')}</ButtonLink>}
            {ctx.viewer.can('agenda.configure') && (
              <ButtonLink href={AGENDA_SETTINGS}>{t('sellerAgenda.settings.link')}</ButtonLink>
            )}
          </>
        }
      />
      <ButtonForm id={START_FORM} action={startContactAction} />
      <ButtonForm id={SETTLE_FORM} action={settleAction} />
      {choices && <AgendaFilter choices={choices} search={search} i18n={i18n} />}
      <div className="agenda">
        <OpenCard open={due.open} {...shared} />
        <RemindersCard reminders={due.reminders} {...shared} />
        <ReservationsCard reservations={due.reservations} {...shared} />
        <Card id="reasons" title={t('sellerAgenda.reasons.title')}>
          {reasons.length ? (
            <ReasonList rows={reasons} withSeller={choices !== null} {...shared} />
          ) : (
            <EmptyState
              icon={<CircleCheckBig />}
              title={t('sellerAgenda.reasons.empty')}
              text={t('sellerAgenda.reasons.emptyText')}
            />
          )}
          <SectionPager
            i18n={i18n}
            path={AGENDA}
            query={{ seller: search.seller, store: search.store }}
            cursor={search.cursor}
            nextCursor={nextCursor}
          />
        </Card>
      </div>
    </>
  )
})

async function agendaOf({ ctx, search }: Pick<StaffPage, 'ctx' | 'search'>) {
  if (!ctx.viewer.can('agenda.manage')) return { agenda: await getOwnAgendaScope(ctx), choices: null }
  const choices = await listAgendaChoices(ctx)
  return { agenda: await chosenAgendaScope(ctx, choices, search), choices }
}
