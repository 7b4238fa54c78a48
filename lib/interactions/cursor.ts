import { INTERACTION_KINDS } from '@/db/schema/sending'
import { isUuid } from '@/lib/values/ids'

/** The last row of a page. Instants have microseconds, as in the database. */
export type Place = { micros: string; sendId: string; kind: string }

export const toCursor = ({ micros, sendId, kind }: Place): string => `${micros}.${sendId}.${kind}`

/** Returns null for a cursor that `toCursor` did not create. */
export function readCursor(cursor: string | undefined): Place | null {
  const [micros = '', sendId, kind = ''] = (cursor ?? '').split('.')
  if (!/^-?\d{1,17}$/.test(micros) || !isUuid(sendId) || !INTERACTION_KINDS.some((known) => known === kind)) return null
  return { micros, sendId, kind }
}

/** The last send of a page. */
export type SendPlace = Omit<Place, 'kind'>

export const toSendCursor = ({ micros, sendId }: SendPlace): string => `${micros}.${sendId}`

/** Returns null for a cursor that `toSendCursor` did not create. */
export function readSendCursor(cursor: string | undefined): SendPlace | null {
  const [micros = '', sendId] = (cursor ?? '').split('.')
  return /^-?\d{1,17}$/.test(micros) && isUuid(sendId) ? { micros, sendId } : null
}
