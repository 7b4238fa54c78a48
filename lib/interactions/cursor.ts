import { INTERACTION_KINDS } from '@/db/schema/sending'
import { isUuid } from '@/lib/values/ids'

/** The last row of a page: instants to the microsecond, as the database keeps them. */
export type Place = { micros: string; sendId: string; kind: string }

export const toCursor = ({ micros, sendId, kind }: Place): string => `${micros}.${sendId}.${kind}`

/** Null for anything a page did not make. */
export function readCursor(cursor: string | undefined): Place | null {
  const [micros = '', sendId, kind = ''] = (cursor ?? '').split('.')
  if (!/^-?\d{1,17}$/.test(micros) || !isUuid(sendId) || !INTERACTION_KINDS.some((known) => known === kind)) return null
  return { micros, sendId, kind }
}
