import { PIPELINE_STATUSES } from '@/db/schema/pipeline-statuses'
import type { PipelinePosition } from '@/lib/customer-group/pipeline-status'
import { isUuid } from '@/lib/values/ids'

export { PIPELINE_STATUSES }
export type { PipelinePosition }
export type PipelineStatus = PipelinePosition['status']

export const isPipelineStatus = (text: string | undefined): text is PipelineStatus =>
  PIPELINE_STATUSES.some((status) => status === text)

/** A status and its sub-status as the value of one choice: `won` or `won.<id>`. */
export const positionText = ({ status, subStatusId }: PipelinePosition): string =>
  subStatusId ? `${status}.${subStatusId}` : status

/** The position of a choice, or null. */
export function parsePosition(text: string): PipelinePosition | null {
  const [status, subStatusId, ...rest] = text.split('.')
  if (!isPipelineStatus(status) || rest.length) return null
  if (subStatusId === undefined) return { status, subStatusId: null }
  return isUuid(subStatusId) ? { status, subStatusId } : null
}

export const isSamePosition = (one: PipelinePosition, two: PipelinePosition): boolean =>
  positionText(one) === positionText(two)
