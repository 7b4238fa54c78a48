import { ButtonForm } from '@/components/forms/button-form'
import { SubmitOnChoice } from '@/components/forms/submit-on-choice'
import { STATUS_TONES } from '@/components/pipeline/words'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Pager } from '@/components/ui/pager'
import { StaticHtml } from '@/components/ui/static-html'
import { SHOWN_MAX } from '@/lib/contributions/counts'
import { moveCardAction } from '@/lib/pipeline/actions'
import { type BoardRow, countBoard, listBoard } from '@/lib/pipeline/board'
import { BOARD_FORM } from '@/lib/pipeline/paths'
import { type PipelineStatus, PIPELINE_STATUSES } from '@/lib/pipeline/position'
import { BoardCard } from './board-card'
import type { PipelinePage } from './props'
import { pipelineHref } from './search'

/** A column for each status, each with its own pages. A phone shows one of them, and links to the others. */
export async function Board(page: PipelinePage) {
  const { ctx, asked, t } = page
  const { sellerId, cursors } = asked
  const [counts, ...columns] = await Promise.all([
    countBoard(ctx, sellerId),
    ...PIPELINE_STATUSES.map((status) => listBoard(ctx, { sellerId, status }, cursors[status])),
  ])
  return (
    <>
      {ctx.viewer.can('pipeline.edit') && (
        <>
          <ButtonForm id={BOARD_FORM} action={moveCardAction} />
          <SubmitOnChoice />
        </>
      )}
      <StaticHtml as="nav" className="board-tabs" aria-label={t('pipeline.board.columns')}>
        {PIPELINE_STATUSES.map((status) => (
          <Link
            key={status}
            href={pipelineHref({ ...asked, column: status })}
            aria-current={status === asked.column ? 'page' : undefined}
            scroll={false}
          >
            {t(`pipeline.statuses.${status}`)}
            <span>{countWords(counts[status])}</span>
          </Link>
        ))}
      </StaticHtml>
      <StaticHtml as="div" className="board">
        {PIPELINE_STATUSES.map((status, at) => (
          <Column key={status} {...page} status={status} count={counts[status]} {...columns[at]!} />
        ))}
      </StaticHtml>
    </>
  )
}

const countWords = (count: number) => (count < SHOWN_MAX ? String(count) : `${SHOWN_MAX - 1}+`)

type ColumnProps = PipelinePage & {
  status: PipelineStatus
  count: number
  rows: readonly BoardRow[]
  nextCursor: string | null
}

function Column({ status, count, rows, nextCursor, ...page }: ColumnProps) {
  const { asked, t } = page
  const name = t(`pipeline.statuses.${status}`)
  const href = (cursor: string | undefined) =>
    `${pipelineHref({ ...asked, column: status, cursors: { ...asked.cursors, [status]: cursor } })}#column-${status}`
  return (
    <section
      className="board-column"
      id={`column-${status}`}
      tabIndex={-1}
      data-current={status === asked.column || undefined}
      aria-labelledby={`column-${status}-name`}
    >
      <h2 id={`column-${status}-name`}>
        <Chip tone={STATUS_TONES[status]}>{name}</Chip> <small>{countWords(count)}</small>
      </h2>
      {rows.length > 0 ? (
        <ul>
          {rows.map((row) => (
            <BoardCard key={row.id} {...page} row={row} />
          ))}
        </ul>
      ) : (
        <p className="board-empty">{t('pipeline.board.empty')}</p>
      )}
      <Pager
        label={t('pipeline.board.pages', { status: name })}
        previousHref={asked.cursors[status] && href(undefined)}
        nextHref={nextCursor ? href(nextCursor) : undefined}
        previousLabel={t('pipeline.board.first')}
        nextLabel={t('pipeline.board.more')}
      />
    </section>
  )
}
