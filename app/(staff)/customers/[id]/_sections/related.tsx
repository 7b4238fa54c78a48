import { Plus, UsersRound } from '@/components/ui/icons'
import { ButtonForm } from '@/components/forms/button-form'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { relationWords } from '@/components/related/words'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, GroupLabel } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { shownName } from '@/lib/customer-group/shown-name'
import type { I18n } from '@/lib/i18n/translator'
import { relationshipAction } from '@/lib/relationships/actions'
import { RELATIONSHIP_FORM, toNewRelationship, toRelated, toRelationship } from '@/lib/relationships/paths'
import { listRelated, type Related } from '@/lib/relationships/queries'

/** The customers who are related to this one, people before companies (M1). */
export async function RelatedSection({ ctx, customer, i18n, search }: SectionProps) {
  const { t } = i18n
  const { related, nextCursor } = await listRelated(ctx, customer, search.cursor)
  const mayEdit = ctx.viewer.can('customers.edit')
  const add = mayEdit && (
    <ButtonLink id="add-related" href={toNewRelationship(customer.id)} variant="primary">
      <Plus aria-hidden />
      {t('related.add')}
    </ButtonLink>
  )
  const undo = mayEdit && (
    <ButtonForm id={RELATIONSHIP_FORM} action={relationshipAction} fields={{ customerId: customer.id }} />
  )
  if (!related.length && !search.cursor)
    return (
      <Card>
        {undo}
        <EmptyState icon={UsersRound} title={t('related.empty')} text={t('related.emptyText')} action={add} />
      </Card>
    )
  const columns = columnsOf({ id: customer.id, name: shownName(customer) }, mayEdit, i18n)
  return (
    <div className="grid gap-4">
      {undo}
      <Card title={t('related.title')} action={add}>
        {groupsOf(related).map(([group, rows]) => (
          <div key={group}>
            <GroupLabel>{t(`related.${group}`)}</GroupLabel>
            <DataTable caption={t(`related.${group}`)} columns={columns} rows={rows} rowKey={({ key }) => key} />
          </div>
        ))}
      </Card>
      <SectionPager i18n={i18n} path={toRelated(customer.id)} cursor={search.cursor} nextCursor={nextCursor} />
    </div>
  )
}

/** The parts of a page that are not empty. */
function groupsOf(related: readonly Related[]) {
  const groups = {
    people: related.filter((one) => one.id !== null && one.kind === 'person'),
    companies: related.filter((one) => one.id !== null && one.kind === 'company'),
    hidden: related.filter((one) => one.id === null),
  }
  return (['people', 'companies', 'hidden'] as const).flatMap((group) =>
    groups[group].length ? [[group, groups[group]] as const] : [],
  )
}

function columnsOf(customer: { id: string; name: string }, mayEdit: boolean, { t }: I18n): Column<Related>[] {
  const columns: Column<Related>[] = [
    {
      key: 'name',
      header: t('related.columns.name'),
      primary: true,
      cell: (one) =>
        one.id === null ? (
          <span className="text-ink-3">{t('related.outOfScope')}</span>
        ) : (
          <Link className="link" href={`/customers/${one.id}`}>
            {one.name}
          </Link>
        ),
    },
    {
      key: 'relation',
      header: t('related.columns.relation'),
      fold: true,
      cell: ({ tags }) => relationWords(tags, customer.name, t),
    },
    {
      key: 'note',
      header: t('related.columns.note'),
      fold: true,
      cell: (one) => (one.id !== null && one.note) || <span className="none">—</span>,
    },
  ]
  if (!mayEdit) return columns
  const edit: Column<Related> = {
    key: 'actions',
    header: t('related.columns.actions'),
    align: 'end',
    cell: (one) =>
      one.id !== null && (
        <ButtonLink
          href={toRelationship(customer.id, one.id)}
          size="sm"
          aria-label={t('related.editOf', { name: one.name })}
        >
          {t('related.edit')}
        </ButtonLink>
      ),
  }
  return [...columns, edit]
}
