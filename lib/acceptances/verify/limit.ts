import { networkOf } from '@/lib/access/network'
import { giveBackTry, takeTry, type RateLimit } from '@/lib/access/rate-limit'
import type { PublicContext } from '@/lib/kernel/context'

const PER_NETWORK: RateLimit = { name: 'verify-address', max: 40, windowSeconds: 15 * 60 }

/** Runs a look-up, or returns `too_many` when this network has found nothing 40 times in a quarter of an hour. */
export async function limited<T>(
  { db, ipAddress }: Pick<PublicContext, 'db' | 'ipAddress'>,
  look: () => Promise<T | null>,
): Promise<T | null | 'too_many'> {
  if (!ipAddress) return look()
  const network = networkOf(ipAddress)
  if (!(await takeTry(db, PER_NETWORK, network)).ok) return 'too_many'
  const found = await look()
  if (found) await giveBackTry(db, PER_NETWORK, network)
  return found
}
