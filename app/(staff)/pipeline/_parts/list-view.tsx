import { FilterSelect } from '@/components/forms/filter-fields'
import { FilterForm } from '@/components/forms/filter-form'
import { positionWords, STATUS_TONES, whenWords } from '@/components/pipeline/words'
import { SectionPager } from '@/components/profile/section-pager'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { UsersRound } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { withQuery } from '@/lib/http/with-query'
import { type BoardRow, listBoard } from '@/lib/pipeline/board'
import { PIPELINE, toStatus } from '@/lib/pipeline/paths'
import { PIPELINE_STATUSES } from '@/lib/pipeline/position'
import type { PipelinePage } from './props'
import { SellerSelect } from './seller-form'

/** The customers of a seller in one list, filtered by status and sub-status. */
export async function ListView(page: PipelinePage) {
  const { ctx, asked, i18n, t } = page
  const { rows, nextCursor } = await listBoard(ctx, asked, asked.cursor)
  const query = { view: 'list', seller: asked.sellerId, status: asked.status, sub: asked.subStatusId }
  return (
    <Card>
      <ListFilter {...page} />
      {rows.length > 0 ? (
        <DataTable
          caption={t('pipeline.title')}
          columns={listColumns(page, withQuery(PIPELINE, query))}
          rows={rows}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState icon={<UsersRound />} title={t('pipeline.board.noMatch')} text={t('pipeline.board.noMatchText')} />
      )}
      <SectionPager i18n={i18n} path={PIPELINE} query={query} cursor={asked.cursor} nextCursor={nextCursor} />
    </Card>
  )
}

function ListFilter(page: PipelinePage) {
  const { asked, subStatuses, i18n, t } = page
  const cleared = withQuery(PIPELINE, { view: 'list', seller: asked.sellerId })
  return (
    <FilterForm
      path={PIPELINE}
      submit={t('pipeline.board.show')}
      clear={Boolean(asked.status || asked.subStatusId) && { href: cleared, label: t('pipeline.board.clear') }}
    >
      <input type="hidden" name="view" value="list" />
      <SellerSelect {...page} />
      <FilterSelect
        name="status"
        label={t('pipeline.board.status')}
        value={asked.status}
        every={t('pipeline.board.everyStatus')}
        options={PIPELINE_STATUSES.map((value) => ({ value, label: t(`pipeline.statuses.${value}`) }))}
      />
      {subStatuses.length > 0 && (
        <FilterSelect
          name="sub"
          label={t('pipeline.board.sub')}
          value={asked.subStatusId}
          every={t('pipeline.board.everySub')}
          options={subStatuses.map(({ id, status, name }) => ({ value: id, label: positionWords(status, name, i18n) }))}
        />
      )}
    </FilterForm>
  )
}

function listColumns({ ctx, i18n, t }: PipelinePage, here: string): Column<BoardRow>[] {
  const columns: Column<BoardRow>[] = [
    {
      key: 'customer',
      header: t('pipeline.columns.customer'),
      primary: true,
      cell: ({ id, name }) => (
        <Link className="link" href={`/customers/${id}`}>
          {name}
        </Link>
      ),
    },
    {
      key: 'status',
      header: t('pipeline.columns.status'),
      cell: ({ status, subStatus }) => (
        <Chip tone={STATUS_TONES[status]}>{positionWords(status, subStatus, i18n)}</Chip>
      ),
    },
    {
      key: 'since',
      header: t('pipeline.columns.since'),
      fold: true,
      nowrap: true,
      cell: ({ since }) => <Time at={since} i18n={i18n} />,
    },
    {
      key: 'next',
      header: t('pipeline.columns.next'),
      fold: true,
      cell: ({ pending }) =>
        pending ? (
          t('pipeline.pending', {
            status: positionWords(pending.status, pending.subStatus, i18n),
            when: whenWords(pending, i18n),
          })
        ) : (
          <span className="text-ink-3">—</span>
        ),
    },
  ]
  if (!ctx.viewer.can('pipeline.edit')) return columns
  return [
    ...columns,
    {
      key: 'move',
      header: t('pipeline.columns.move'),
      align: 'end',
      cell: ({ id, name }) => (
        <Link className="link" href={toStatus(id, here)} aria-label={t('pipeline.board.changeName', { name })}>
          {t('pipeline.board.change')}
        </Link>
      ),
    },
  ]
}
