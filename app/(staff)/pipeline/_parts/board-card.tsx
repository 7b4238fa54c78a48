import { positionOptions, positionWords, whenWords } from '@/components/pipeline/words'
import { Clock } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { buttonClass } from '@/components/ui/variants'
import type { BoardRow } from '@/lib/pipeline/board'
import { BOARD_FORM, cardField, toStatus } from '@/lib/pipeline/paths'
import { positionText } from '@/lib/pipeline/position'
import type { PipelinePage } from './props'
import { pipelineHref } from './search'

/** A customer on the board: name, sub-status, since when, the scheduled change, and the form that moves it. */
export function BoardCard({ row, ...page }: PipelinePage & { row: BoardRow }) {
  const { ctx, i18n, t } = page
  const { id, name, subStatus, since, pending } = row
  return (
    <li className="board-card" id={`card-${id}`}>
      <Link className="link" href={`/customers/${id}`}>
        {name}
      </Link>
      <small>
        {subStatus && `${subStatus} · `}
        <Time at={since} i18n={i18n} relative now={ctx.now} />
      </small>
      {pending && (
        <small className="board-pending">
          <Clock aria-hidden />
          {t('pipeline.pending', {
            status: positionWords(pending.status, pending.subStatus, i18n),
            when: whenWords(pending, i18n),
          })}
        </small>
      )}
      {ctx.viewer.can('pipeline.edit') && <MoveFields {...page} row={row} />}
    </li>
  )
}

/** With scripting, choosing with the mouse or a finger submits at once. */
function MoveFields({ row, asked, subStatuses, i18n, t }: PipelinePage & { row: BoardRow }) {
  const { id, name } = row
  const from = positionText(row)
  return (
    <div className="board-move">
      <select
        id={`to-${id}`}
        form={BOARD_FORM}
        name={cardField(id)}
        className="control"
        defaultValue={from}
        aria-label={t('pipeline.board.moveLabel', { name })}
        data-submit={`move-${id}`}
      >
        {positionOptions(subStatuses, row, i18n).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button
        id={`move-${id}`}
        form={BOARD_FORM}
        name="intent"
        value={`move:${id}:${from}`}
        className={buttonClass('secondary', 'sm')}
        aria-label={t('pipeline.board.moveName', { name })}
      >
        {t('pipeline.board.move')}
      </button>
      <Link
        className="link"
        href={`${toStatus(id, pipelineHref(asked))}#schedule`}
        aria-label={t('pipeline.board.scheduleName', { name })}
      >
        {t('pipeline.board.schedule')}
      </Link>
    </div>
  )
}
