import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Primary, Reader } from '@/db/handles'
import { recoveryCodes, userSecondFactors } from '@/db/schema'
import { newRecoveryCodes, openSecret, recoveryHash, sealSecret } from './secrets'
import { newSecret, stepOf } from './totp'

type Moment = { userId: string; now: Date }

/** When the user turned the second factor on, and how many recovery codes are left; null without one. */
export async function getSecondFactor(db: Reader, userId: string): Promise<{ since: Date; codesLeft: number } | null> {
  const [row] = await db
    .select({ since: userSecondFactors.confirmedAt })
    .from(userSecondFactors)
    .where(and(eq(userSecondFactors.userId, userId), isNotNull(userSecondFactors.confirmedAt)))
  if (!row?.since) return null
  return { since: row.since, codesLeft: await db.$count(recoveryCodes, unusedOf(userId)) }
}

/** Stores a new secret that the user has not confirmed yet. Returns false when the second factor is already on. */
export async function prepareFactor(db: Primary, { userId, now }: Moment): Promise<boolean> {
  const secret = sealSecret(userId, newSecret())
  const rows = await db
    .insert(userSecondFactors)
    .values({ userId, secret, createdAt: now })
    .onConflictDoUpdate({
      target: userSecondFactors.userId,
      set: { secret, createdAt: now },
      setWhere: isNull(userSecondFactors.confirmedAt),
    })
    .returning({ userId: userSecondFactors.userId })
  return rows.length > 0
}

/** The secret that waits for its first code; null without one. */
export async function preparedSecret(db: Reader, userId: string): Promise<string | null> {
  const [row] = await db.select().from(userSecondFactors).where(preparedOf(userId))
  return row ? openSecret(userId, row.secret) : null
}

/** Turns the prepared second factor on if the code is right. Returns new recovery codes, or null for a wrong code. */
export async function confirmFactor(db: Primary, { userId, now }: Moment, code: string): Promise<string[] | null> {
  const [row] = await db.select().from(userSecondFactors).where(preparedOf(userId)).for('update')
  const lastStep = row ? stepOf(openSecret(userId, row.secret), code, now) : null
  if (lastStep === null) return null
  await db.update(userSecondFactors).set({ confirmedAt: now, lastStep }).where(eq(userSecondFactors.userId, userId))
  const codes = newRecoveryCodes()
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await db.insert(recoveryCodes).values(codes.map((one) => ({ userId, codeHash: recoveryHash(userId, one) })))
  return codes
}

/** Removes the second factor and its recovery codes. Returns whether it was on. */
export async function removeFactor(db: Primary, userId: string): Promise<boolean> {
  await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  const rows = await db.delete(userSecondFactors).where(eq(userSecondFactors.userId, userId)).returning()
  return rows.some(({ confirmedAt }) => confirmedAt !== null)
}

/** Accepts a code of the app or a recovery code, each once: of parallel requests with the same code one is accepted. */
export async function acceptCode(db: Primary, moment: Moment, code: string): Promise<'app' | 'recovery' | null> {
  if (/^\d{3} ?\d{3}$/.test(code.trim()))
    return (await acceptAppCode(db, moment, code.replace(/\s/g, ''))) ? 'app' : null
  return (await acceptRecoveryCode(db, moment, code)) ? 'recovery' : null
}

async function acceptAppCode(db: Primary, { userId, now }: Moment, code: string): Promise<boolean> {
  const [row] = await db.select().from(userSecondFactors).where(confirmedOf(userId))
  const step = row ? stepOf(openSecret(userId, row.secret), code, now) : null
  if (step === null) return false
  const rows = await db
    .update(userSecondFactors)
    .set({ lastStep: step })
    .where(and(confirmedOf(userId), lt(userSecondFactors.lastStep, step)))
    .returning({ userId: userSecondFactors.userId })
  return rows.length > 0
}

async function acceptRecoveryCode(db: Primary, { userId, now }: Moment, code: string): Promise<boolean> {
  const rows = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(and(unusedOf(userId), eq(recoveryCodes.codeHash, recoveryHash(userId, code))))
    .returning({ userId: recoveryCodes.userId })
  return rows.length > 0
}

const unusedOf = (userId: string) => and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt))
const preparedOf = (userId: string) => and(eq(userSecondFactors.userId, userId), isNull(userSecondFactors.confirmedAt))
const confirmedOf = (userId: string) =>
  and(eq(userSecondFactors.userId, userId), isNotNull(userSecondFactors.confirmedAt))
