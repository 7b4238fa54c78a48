import { randomBytes, randomUUID } from 'node:crypto'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)

/** UUIDv4: customers are searched by their first block, so it must not be a clock. */
export const newCustomerId = (): string => randomUUID()

/** Kinds of rows whose ids a program may want to choose. */
type RowKind = 'document' | 'journey' | 'journey_message'

/** Makes the ids of new rows. */
export type Ids = { customer: () => string; row: (kind?: RowKind) => string }

/** The ids that every request uses. */
export const clockIds: Ids = { customer: newCustomerId, row: () => newId() }

let lastMs = 0
let counter = 0

/** UUIDv7 (RFC 9562), monotonic within the process: rows made in one millisecond keep their order. */
export function newId(now = Date.now()): string {
  if (now > lastMs) {
    lastMs = now
    counter = randomBytes(2).readUInt16BE() & 0x07ff
  } else if (++counter > 0x0fff) {
    lastMs += 1
    counter = 0
  }
  return uuidV7(lastMs, counter)
}

/** Ids that sort by an earlier moment: for events that are recorded after they happened. Ids from one call of this keep their order. */
export function idsAt(at: Date): Ids {
  let order = randomBytes(2).readUInt16BE() & 0x07ff
  const next = () => uuidV7(at.getTime() + Math.floor(order / 0x1000), order++ % 0x1000)
  return { customer: newCustomerId, row: next }
}

function uuidV7(ms: number, order: number): string {
  const time = ms.toString(16).padStart(12, '0')
  // The last half of a UUIDv4 has the format of a v7, and Node makes it from a pool, which is fast enough for an import.
  return `${time.slice(0, 8)}-${time.slice(8)}-${(0x7000 | order).toString(16)}${randomUUID().slice(18)}`
}

/** The next id in their order, so that a list of descending ids, which continues after a cursor, begins with `id`. */
export function idAfter(id: string): string {
  const hex = (BigInt(`0x${id.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
