import { randomBytes, randomUUID } from 'node:crypto'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)

/** UUIDv4: customers are searched by their first block, so it must not be a clock. */
export const newCustomerId = (): string => randomUUID()

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
  const time = lastMs.toString(16).padStart(12, '0')
  const order = (0x7000 | counter).toString(16)
  // The last half of a UUIDv4 is the same as that of a v7, and Node makes it from a pool: an import needs millions.
  return `${time.slice(0, 8)}-${time.slice(8)}-${order}${randomUUID().slice(18)}`
}
