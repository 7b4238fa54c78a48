import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { getSecondFactor, preparedSecret } from '@/lib/auth/second-factor/factor'
import { addressOf } from '@/lib/auth/second-factor/totp'
import type { Ctx } from '@/lib/kernel/context'

/**
 * The viewer's own second factor: on, waiting for its first code with the secret to scan, or off. `by provider` for people without a
 * password, who sign in through the OpenID provider only.
 */
export async function getOwnSecondFactor({ db, viewer }: Ctx) {
  const on = await getSecondFactor(db, viewer.userId)
  if (on) return { state: 'on', ...on } as const
  const secret = await preparedSecret(db, viewer.userId)
  if (secret) return { state: 'waiting', secret, address: addressOf(secret, viewer.email) } as const
  const [user] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, viewer.userId))
  return { state: user?.passwordHash ? 'off' : 'by provider' } as const
}
