import type { Primary } from '@/db/handles'
import { forgetTries, giveBackTry, takeTry, type RateLimit, type Try } from '@/lib/access/rate-limit'

const windowSeconds = 15 * 60
const PER_EMAIL: RateLimit = { name: 'sign-in-email', max: 5, windowSeconds }
const PER_ADDRESS: RateLimit = { name: 'sign-in-address', max: 30, windowSeconds }

type Attempt = { email: string; ipAddress: string | null }

/** Counts a sign-in as a failure before the password is checked; a success takes it back with `clearSignInFailures`. */
export async function countSignIn(db: Primary, { email, ipAddress }: Attempt): Promise<Try> {
  const ofEmail = await takeTry(db, PER_EMAIL, email)
  if (!ofEmail.ok || !ipAddress) return ofEmail
  const ofAddress = await takeTry(db, PER_ADDRESS, ipAddress)
  if (!ofAddress.ok) {
    await giveBackTry(db, PER_EMAIL, email)
    return ofAddress
  }
  return { ok: true, last: ofEmail.last || ofAddress.last }
}

/** After a success: forgets the e-mail's failures, and takes this try back from the network address. */
export async function clearSignInFailures(db: Primary, { email, ipAddress }: Attempt): Promise<void> {
  await forgetTries(db, PER_EMAIL, email)
  if (ipAddress) await giveBackTry(db, PER_ADDRESS, ipAddress)
}
