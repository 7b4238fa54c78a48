import { page, titled } from '@/app/_frame/staff-page'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ListOrdered, Plus } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { listRules } from '@/lib/agenda-generation/queries'
import { NEW_AGENDA_RULE, toAgendaRule } from '@/lib/agenda/paths'
import type { AgendaRule } from '@/lib/agenda/rules'
import type { I18n } from '@/lib/i18n/translator'

export const generateMetadata = titled('agenda.configure', ({ t }) => t('agenda.rules.title'))

/** The rules that generate the reasons of the agenda (B5). */
export default page('agenda.configure', async ({ ctx, i18n, t }) => {
  const rules = await listRules(ctx)
  const add = (
    <ButtonLink href={NEW_AGENDA_RULE} variant="primary">
      <Plus aria-hidden />
      {t('agenda.rules.new')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader title={t('agenda.rules.title')} text={t('agenda.rules.text')} actions={add} />
      <Card>
        {rules.length ? (
          <DataTable caption={t('agenda.rules.list')} columns={columnsOf(i18n)} rows={rules} rowKey={({ id }) => id} />
        ) : (
          <EmptyState icon={<ListOrdered />} title={t('agenda.rules.empty')} text={t('agenda.rules.emptyText')} />
        )}
      </Card>
      <p className="text-ink-2 mt-3 text-xs">{t('agenda.rules.assignment')}</p>
    </>
  )
})

const columnsOf = ({ t }: I18n): Column<AgendaRule>[] => [
  {
    key: 'name',
    header: t('agenda.rules.columns.name'),
    primary: true,
    cell: ({ id, name }) => (
      <Link className="link" href={toAgendaRule(id)}>
        {name}
      </Link>
    ),
  },
  {
    key: 'state',
    header: t('agenda.rules.columns.state'),
    cell: ({ enabled }) => (
      <Chip tone={enabled ? 'ok' : 'neutral'}>{t(enabled ? 'agenda.rules.enabled' : 'agenda.rules.disabled')}</Chip>
    ),
  },
  {
    key: 'kind',
    header: t('agenda.rules.columns.kind'),
    fold: true,
    cell: ({ kind }) => t(`agenda.rules.kinds.${kind}`),
  },
  {
    key: 'days',
    header: t('agenda.rules.columns.days'),
    fold: true,
    cell: ({ kind, days }) => t(`agenda.rules.when.${kind}`, { days }),
  },
  {
    key: 'openDays',
    header: t('agenda.rules.columns.openDays'),
    fold: true,
    cell: ({ openDays }) => t('agenda.rules.openDays', { days: openDays }),
  },
]
