import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { eq, inArray } from 'drizzle-orm'
import type { Primary, Reader } from '@/db/handles'
import { customerKeys } from '@/db/schema'
import { env } from '@/lib/env'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Encrypts with AES-256-GCM. Returns iv, tag and ciphertext in one buffer; `open` needs the same `context`. */
export function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** @throws Error when the key, the context or any byte differs. */
export function open(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES)).setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
}

const masterKey = () => Buffer.from(env().DATA_KEY, 'base64')

/** A new data key for a customer, and the same key wrapped for storage. */
export function newCustomerKey(customerId: string): { key: Buffer; wrapped: Buffer } {
  const key = randomBytes(32)
  return { key, wrapped: seal(masterKey(), key, customerId) }
}

/** The customer's data key; creates it on first use. */
export async function customerKey(db: Primary, customerId: string): Promise<Buffer> {
  const found = await findKey(db, customerId)
  if (found) return found
  const { wrapped } = newCustomerKey(customerId)
  await db.insert(customerKeys).values({ customerId, wrapped }).onConflictDoNothing()
  return (await findKey(db, customerId))!
}

async function findKey(db: Primary, customerId: string) {
  const [row] = await db.select().from(customerKeys).where(eq(customerKeys.customerId, customerId))
  return row && open(masterKey(), row.wrapped, customerId)
}

/** Keys by customer id; an erased customer is missing. */
export async function customerKeysOf(db: Reader, customerIds: string[]): Promise<Map<string, Buffer>> {
  const rows = await db.select().from(customerKeys).where(inArray(customerKeys.customerId, customerIds))
  return new Map(rows.map((r) => [r.customerId, open(masterKey(), r.wrapped, r.customerId)]))
}
