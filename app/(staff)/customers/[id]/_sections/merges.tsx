import { GitMerge } from '@/components/ui/icons'
import type { SectionProps } from '@/components/profile/section'
import { ActionButton } from '@/components/forms/action-button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { includePartAction } from '@/lib/merges/actions'
import { toMerge, toUndoMerge } from '@/lib/merges/paths'
import {
  listExcluded,
  listMerges,
  listRecords,
  listUndoneMerges,
  type Excluded,
  type MergeView,
} from '@/lib/merges/queries'

/** The records that were merged into the customer, what each does not contribute, and the merges that were undone. */
export async function MergesSection(props: SectionProps) {
  const { ctx, customer, i18n } = props
  const { t } = i18n
  const [merges, records, excluded, undone] = await Promise.all([
    listMerges(ctx, customer),
    listRecords(ctx, customer),
    listExcluded(ctx, customer),
    listUndoneMerges(ctx, customer),
  ])
  const recorded = new Set(merges.flatMap(({ absorbedId, carriedIds }) => [absorbedId, ...carriedIds]))
  const others = records.filter(({ id }) => !recorded.has(id))
  return (
    <div className="grid gap-4">
      <Card
        title={t('merges.list.title')}
        action={
          <ButtonLink href={toMerge(customer.id)} size="sm">
            {t('merges.start')}
          </ButtonLink>
        }
      >
        {merges.length + others.length === 0 && (
          <EmptyState icon={GitMerge} title={t('merges.list.none')} text={t('merges.startText')} />
        )}
        <ul className="merge-list">
          {merges.map((merge, at) => (
            <li key={merge.id}>
              <MergeLine merge={merge} {...props} />
              {at === 0 ? (
                <ButtonLink href={toUndoMerge(customer.id, merge.id)} size="sm">
                  {t('merges.list.undo')}
                </ButtonLink>
              ) : (
                <small>{t('merges.list.newerFirst')}</small>
              )}
            </li>
          ))}
          {others.map(({ id, name }) => (
            <li key={id}>
              <div>
                {name} <small>{id.slice(0, 8)}</small>
                <small>{t('merges.list.unknown')}</small>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      {excluded.length > 0 && (
        <Card title={t('merges.list.excluded')}>
          <ul className="merge-list">
            {excluded.map((one) => (
              <ExcludedLine key={keyOf(one)} excluded={one} {...props} />
            ))}
          </ul>
        </Card>
      )}
      {undone.length > 0 && (
        <Card title={t('merges.list.undone')}>
          <ul className="merge-list">
            {undone.map((merge) => (
              <li key={merge.id}>
                <MergeLine merge={merge} {...props} />
                <Link className="link" href={`/customers/${merge.absorbedId}`}>
                  {t('merges.list.open')}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

const MergeLine = ({ merge, ctx, i18n }: SectionProps & { merge: MergeView }) => {
  const { t } = i18n
  return (
    <div>
      <b>{merge.name}</b> <small>{merge.absorbedId.slice(0, 8)}</small>
      <small>
        {t('merges.list.by', { name: merge.mergedBy })} · <Time at={merge.mergedAt} now={ctx.now} i18n={i18n} />
        {merge.undoneAt && (
          <>
            {' · '}
            {t('merges.list.undoneBy', { name: merge.undoneBy ?? '' })} ·{' '}
            <Time at={merge.undoneAt} now={ctx.now} i18n={i18n} />
          </>
        )}
        {merge.carriedIds.length > 0 && <> · {t('merges.list.carried', { count: merge.carriedIds.length })}</>}
      </small>
    </div>
  )
}

const keyOf = (one: Excluded) => ('recordId' in one ? `${one.recordId}-${one.part}` : one.id)

const ExcludedLine = ({ excluded, customer, i18n: { t } }: SectionProps & { excluded: Excluded }) => {
  const part = t(`merges.parts.names.${excluded.part}`)
  const label =
    'recordId' in excluded ? t('merges.list.wholePart', { part, count: excluded.count }) : `${part}: ${excluded.label}`
  const fields: Record<string, string> =
    'recordId' in excluded ? { recordId: excluded.recordId } : { recordId: excluded.customerId, rowId: excluded.id }
  return (
    <li>
      <div>{label}</div>
      <ActionButton
        id={`include-${keyOf(excluded)}`}
        action={includePartAction}
        fields={{ customerId: customer.id, part: excluded.part, ...fields }}
        label={t('merges.list.include')}
        aria-label={t('merges.list.includeOf', { label })}
        size="sm"
      />
    </li>
  )
}
