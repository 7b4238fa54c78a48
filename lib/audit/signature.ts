import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

export type Head = { customerId: string; seq: number; hash: Buffer }

const KEY_BYTES = 32

/** A key derived from the same secret as the key that wraps customers' keys, but different from it. */
const signingKey = () =>
  Buffer.from(hkdfSync('sha256', Buffer.from(env().DATA_KEY, 'base64'), '', 'retrato audit heads', KEY_BYTES))

/** HMAC-SHA-256 over a chain's head: write access to the tables is not enough to forge it. */
export const sign = ({ customerId, seq, hash }: Head): Buffer =>
  createHmac('sha256', signingKey()).update(`${customerId}.${seq}.`).update(hash).digest()

export const isSigned = (head: Head, signature: Buffer): boolean => {
  const expected = sign(head)
  return signature.length === expected.length && timingSafeEqual(signature, expected)
}
