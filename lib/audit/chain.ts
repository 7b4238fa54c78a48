import { createHash } from 'node:crypto'

export type ChainRow = {
  customerId: string
  at: Date
  actorId: string | null
  event: string
  subject: string | null
  sealed: Buffer | null
  details: string | null
  requestId: string | null
}

/** The hash before the first event. */
export const GENESIS = Buffer.alloc(32)

/** SHA-256 of a row in canonical form. The ciphertext is hashed, so an erased customer's chain still verifies. */
export function rowDigest(row: ChainRow): Buffer {
  const canonical = JSON.stringify([
    row.customerId,
    row.at.toISOString(),
    row.actorId,
    row.event,
    row.subject,
    row.sealed?.toString('base64') ?? null,
    row.details,
    row.requestId,
  ])
  return createHash('sha256').update(canonical).digest()
}

export const link = (previous: Buffer, digest: Buffer): Buffer =>
  createHash('sha256').update(previous).update(digest).digest()
