import type { Values } from './record'
import { open } from './seal'

export type States = { before: Values | null; after: Values | null }

type SealedEvent = { customerId: string; sealed: Buffer | null }

/** The old and new values of an event, decrypted with the customer's key; null when the key was erased or there are none. */
export function sealedStates({ customerId, sealed }: SealedEvent, keys: ReadonlyMap<string, Buffer>): States | null {
  const key = keys.get(customerId)
  return sealed && key ? (JSON.parse(open(key, sealed, customerId).toString()) as States) : null
}
