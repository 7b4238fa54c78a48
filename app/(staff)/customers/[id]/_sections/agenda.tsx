import { interactionColumns } from '@/components/agenda/interaction-columns'
import { reasonColumns } from '@/components/agenda/reason-columns'
import { reminderColumns } from '@/components/agenda/reminder-columns'
import type { SectionProps } from '@/components/profile/section'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Bell, CalendarDays, Phone, Plus } from '@/components/ui/icons'
import { Pager } from '@/components/ui/pager'
import { toAgenda, toNewInteraction, toNewReminder } from '@/lib/agenda/paths'
import { listInteractions } from '@/lib/agenda/queries/interactions'
import { listReasons } from '@/lib/agenda/queries/reasons'
import { listReminders } from '@/lib/agenda/queries/reminders'
import { withQuery } from '@/lib/http/with-query'
import { today } from '@/lib/kernel/today'

/** The reasons to contact the customer, the interactions and the reminders (B5 to B7), each with pages of its own. */
export async function AgendaSection(props: SectionProps) {
  return (
    <div className="grid gap-4">
      {await reasonsCard(props)}
      {await remindersCard(props)}
      {await interactionsCard(props)}
    </div>
  )
}

async function reasonsCard(props: SectionProps) {
  const { ctx, customer, i18n, search } = props
  const { t } = i18n
  const { reasons, nextCursor } = await listReasons(ctx, customer, search.reasons)
  return (
    <Card id="reasons" title={t('agenda.reasons.title')}>
      {reasons.length ? (
        <DataTable
          caption={t('agenda.reasons.title')}
          columns={reasonColumns(customer.id, i18n)}
          rows={reasons}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState icon={<CalendarDays />} title={t('agenda.reasons.empty')} text={t('agenda.reasons.emptyText')} />
      )}
      <Pages {...props} list="reasons" nextCursor={nextCursor} />
    </Card>
  )
}

async function interactionsCard(props: SectionProps) {
  const { ctx, customer, i18n, search } = props
  const { t } = i18n
  const { interactions, nextCursor } = await listInteractions(ctx, customer, search.interactions)
  const record = ctx.viewer.can('agenda.work') && (
    <ButtonLink href={toNewInteraction(customer.id)} size="sm">
      {t('agenda.interactions.record')}
    </ButtonLink>
  )
  return (
    <Card id="interactions" title={t('agenda.interactions.title')} action={record}>
      {interactions.length ? (
        <DataTable
          caption={t('agenda.interactions.title')}
          columns={interactionColumns(customer.id, i18n)}
          rows={interactions}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState icon={<Phone />} title={t('agenda.interactions.empty')} text={t('agenda.interactions.emptyText')} />
      )}
      <Pages {...props} list="interactions" nextCursor={nextCursor} />
    </Card>
  )
}

async function remindersCard(props: SectionProps) {
  const { ctx, customer, i18n, search } = props
  const { t } = i18n
  const { reminders, nextCursor } = await listReminders(ctx, customer, search.reminders)
  const add = ctx.viewer.can('agenda.work') && (
    <ButtonLink href={toNewReminder(customer.id)} size="sm">
      <Plus aria-hidden />
      {t('agenda.reminders.new')}
    </ButtonLink>
  )
  return (
    <Card id="reminders" title={t('agenda.reminders.title')} action={add}>
      {reminders.length ? (
        <DataTable
          caption={t('agenda.reminders.title')}
          columns={reminderColumns(customer.id, today(ctx.now), i18n)}
          rows={reminders}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState icon={<Bell />} title={t('agenda.reminders.empty')} text={t('agenda.reminders.emptyText')} />
      )}
      <Pages {...props} list="reminders" nextCursor={nextCursor} />
    </Card>
  )
}

type PagesProps = SectionProps & { list: 'reasons' | 'interactions' | 'reminders'; nextCursor: string | null }

/** The pages of one list; the cursors of the other lists stay in the address. */
function Pages({ customer, search, i18n: { t }, list, nextCursor }: PagesProps) {
  const { reasons, interactions, reminders } = search
  const others = { reasons, interactions, reminders }
  const to = (cursor: string | undefined) =>
    `${withQuery(toAgenda(customer.id), { ...others, [list]: cursor })}#${list}`
  return (
    <Pager
      label={`${t('common.pages')}: ${t(`agenda.${list}.title`)}`}
      previousHref={search[list] ? to(undefined) : undefined}
      nextHref={nextCursor ? to(nextCursor) : undefined}
      previousLabel={t('common.first')}
      nextLabel={t('common.next')}
    />
  )
}
