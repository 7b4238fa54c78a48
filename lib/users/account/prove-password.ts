import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { verifyPassword } from '@/lib/auth/passwords'
import { clearProofs, countProof } from '@/lib/auth/sign-in-limit'
import type { WriteCtx } from '@/lib/kernel/context'
import { invalid, ok, refused, type Result } from '@/lib/kernel/result'

/** Checks the viewer's password, typed into `field`. Refusals: `users.password_wrong` on the field; `auth.too_many` after five wrong tries. */
export async function provePassword({ db, viewer }: WriteCtx, password: string, field: string): Promise<Result<null>> {
  const counted = await countProof(db, viewer.userId)
  if (!counted.ok) return refused('auth.too_many', { minutes: Math.ceil(counted.waitSeconds / 60) })
  const [user] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, viewer.userId))
  if (!(await verifyPassword(password, user?.passwordHash ?? null))) return invalid({ [field]: 'users.password_wrong' })
  await clearProofs(db, viewer.userId)
  return ok(null)
}
