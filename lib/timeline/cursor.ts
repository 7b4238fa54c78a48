import { isUuid } from '@/lib/values/ids'
import { rankedArm, type RankedArm } from './arms'

/** The place of one event in the stream. Its instant has microseconds, as in the database. */
export type Place = { micros: string; arm: RankedArm; id: string; customerId: string }

type PlacedEvent = { micros: string; kind: string; event: string; id: string; customerId: string }

export const toCursor = ({ micros, kind, event, id, customerId }: PlacedEvent): string =>
  [micros, kind, event, id, customerId].join('.')

/** Returns null for a cursor that `toCursor` did not create. */
export function readCursor(cursor: string | undefined): Place | null {
  const [micros = '', kind = '', event = '', id = '', customerId, ...rest] = (cursor ?? '').split('.')
  const arm = rankedArm(kind, event)
  if (!arm || rest.length || !/^-?\d{1,17}$/.test(micros) || !isUuid(customerId)) return null
  const isId = arm.id === 'seq' ? /^\d{16}$/.test(id) : isUuid(id)
  return isId ? { micros, arm, id: id.toLowerCase(), customerId: customerId.toLowerCase() } : null
}
