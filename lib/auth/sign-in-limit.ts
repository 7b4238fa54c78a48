import type { Primary } from '@/db/handles'
import { networkOf } from '@/lib/access/network'
import {
  forgetTries,
  giveBackTry,
  takeTries,
  takeTry,
  type LimitedSubject,
  type RateLimit,
  type Try,
} from '@/lib/access/rate-limit'
import { isKnownFor, type KnownBrowser } from './known-browser'

const windowSeconds = 15 * 60
const PER_KNOWN_BROWSER: RateLimit = { name: 'sign-in-browser', max: 5, windowSeconds }
const PER_EMAIL_AND_ADDRESS: RateLimit = { name: 'sign-in-pair', max: 5, windowSeconds }
const PER_ADDRESS: RateLimit = { name: 'sign-in-address', max: 30, windowSeconds }
/** Beyond it, an e-mail is not blocked but slowed down: `SLOW_PER_EMAIL` admits one try at a time, from any address. */
const FREE_PER_EMAIL: RateLimit = { name: 'sign-in-email', max: 10, windowSeconds }
const SLOW_PER_EMAIL: RateLimit = { name: 'sign-in-email-slow', max: 1, windowSeconds: 30 }
/** For a signed-in person who enters the current password again. */
const PER_USER: RateLimit = { name: 'password-proof', max: 5, windowSeconds }

export type Attempt = { email: string; ipAddress: string | null; browser: KnownBrowser | null }

/**
 * Counts a sign-in as a failure before the password is checked; a success takes it back with `clearSignInFailures`. A browser that is known
 * for this e-mail has a limit of its own, so that the failures of others never keep its owner out (docs/decisions/023-sign-in-limits.md).
 */
export async function countSignIn(db: Primary, attempt: Attempt): Promise<Try> {
  const limits = limitsOf(attempt)
  const taken = await takeTries(db, limits)
  if (!taken.ok || isKnown(attempt) || (await takeTry(db, FREE_PER_EMAIL, attempt.email)).ok) return taken
  const slow = await takeTry(db, SLOW_PER_EMAIL, attempt.email)
  if (slow.ok) return taken
  for (const [limit, subject] of limits) await giveBackTry(db, limit, subject)
  return slow
}

/** After a success: forgets the failures of this e-mail from here, and takes this try back from the network address. */
export async function clearSignInFailures(db: Primary, attempt: Attempt): Promise<void> {
  for (const [limit, subject] of limitsOf(attempt)) {
    if (limit === PER_ADDRESS) await giveBackTry(db, limit, subject)
    else await forgetTries(db, limit, subject)
  }
  if (!isKnown(attempt)) await giveBackTry(db, FREE_PER_EMAIL, attempt.email)
}

/** After a link to the person's mailbox has set a password: ends the delay for the e-mail. */
export const releaseEmail = async (db: Primary, email: string): Promise<void> => {
  await forgetTries(db, FREE_PER_EMAIL, email)
  await forgetTries(db, SLOW_PER_EMAIL, email)
}

export const countProof = (db: Primary, userId: string): Promise<Try> => takeTry(db, PER_USER, userId)
export const clearProofs = (db: Primary, userId: string): Promise<void> => forgetTries(db, PER_USER, userId)

const isKnown = ({ browser, email }: Attempt) => browser !== null && isKnownFor(browser, email)

function limitsOf(attempt: Attempt): LimitedSubject[] {
  const { email, ipAddress, browser } = attempt
  if (browser && isKnown(attempt)) return [[PER_KNOWN_BROWSER, `${browser.id} ${email}`]]
  const network = ipAddress && networkOf(ipAddress)
  const pair: LimitedSubject = [PER_EMAIL_AND_ADDRESS, `${network ?? ''} ${email}`]
  return network ? [pair, [PER_ADDRESS, network]] : [pair]
}
