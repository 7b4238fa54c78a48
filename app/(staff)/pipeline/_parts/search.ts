import { withQuery } from '@/lib/http/with-query'
import { PIPELINE } from '@/lib/pipeline/paths'
import { isPipelineStatus, type PipelineStatus, PIPELINE_STATUSES } from '@/lib/pipeline/position'
import { isUuid } from '@/lib/values/ids'

/** What the address asks for. */
export type PipelineSearch = {
  view: 'board' | 'list'
  sellerId: string
  /** The column that a phone shows. */
  column: PipelineStatus
  /** The cursor of each column of the board. */
  cursors: Partial<Record<PipelineStatus, string>>
  /** The filters of the list, and its cursor. */
  status?: PipelineStatus | undefined
  subStatusId?: string | undefined
  cursor?: string | undefined
}

/** Parses the address. A seller who is not among `sellers`, and malformed values, are ignored. */
export function readPipelineSearch(
  search: Record<string, string | undefined>,
  sellers: readonly { id: string }[],
): PipelineSearch {
  const { view, seller, column, status, sub, cursor } = search
  return {
    view: view === 'list' ? 'list' : 'board',
    sellerId: (sellers.find(({ id }) => id === seller) ?? sellers[0])!.id,
    column: isPipelineStatus(column) ? column : 'new',
    cursors: Object.fromEntries(PIPELINE_STATUSES.map((one) => [one, search[cursorName(one)]])),
    status: isPipelineStatus(status) ? status : undefined,
    subStatusId: isUuid(sub) ? sub : undefined,
    cursor,
  }
}

const cursorName = (status: PipelineStatus) => `after_${status}`

/** The address of a view. */
export const pipelineHref = ({
  view,
  sellerId,
  column,
  cursors = {},
}: Pick<PipelineSearch, 'view' | 'sellerId'> & Partial<PipelineSearch>): string =>
  withQuery(PIPELINE, {
    view: view === 'list' ? view : undefined,
    seller: sellerId,
    column: column === 'new' ? undefined : column,
    ...Object.fromEntries(PIPELINE_STATUSES.map((status) => [cursorName(status), cursors[status]])),
  })
