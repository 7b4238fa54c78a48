import { createHash } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { signInFailures } from '@/db/schema'
import { reserve } from '@/lib/auth/sign-in-limit'
import type { PublicContext } from '@/lib/kernel/context'

/** Wrong protocols from one network address in a quarter of an hour. */
const MISSES_MAX = 40

/** Runs a look-up unless this address has missed too often: `too_many` then. What is found does not count. */
export async function limited<T>(
  { db, ipAddress: address, now }: PublicContext,
  look: () => Promise<T | null>,
): Promise<T | null | 'too_many'> {
  if (!address) return look()
  const key = createHash('sha256').update(`verify:${address}`).digest()
  const place = await reserve(db, [{ key, limit: MISSES_MAX }], now)
  if (!place.ok) return 'too_many'
  const found = await look()
  if (found) await db.delete(signInFailures).where(inArray(signInFailures.id, place.ids))
  return found
}
