import { cookies } from 'next/headers'
import { z } from 'zod'
import { hostCookieName, hostCookieOptions } from '@/lib/access/host-cookie'
import { seal, unseal } from '@/lib/http/seal'

/** Somebody who has entered the right password, but not yet the second factor. `proof` is a hash of the stored password hash. */
export type PendingSignIn = { userId: string; proof: string }

const schema = z.object({ userId: z.uuid(), proof: z.string() })

const PURPOSE = 'pending sign-in'
const SECONDS = 10 * 60
const cookieName = () => hostCookieName('retrato-pending')

/** The pending sign-in of this browser; null without one, and after ten minutes. */
export async function pendingSignIn(): Promise<PendingSignIn | null> {
  const sealed = (await cookies()).get(cookieName())?.value
  const opened = schema.safeParse(sealed ? await unseal(PURPOSE, sealed) : null)
  return opened.success ? opened.data : null
}

export async function savePending({ userId, proof }: PendingSignIn): Promise<void> {
  ;(await cookies()).set(cookieName(), await seal(PURPOSE, { userId, proof }, SECONDS), hostCookieOptions(SECONDS))
}

export async function dropPending(): Promise<void> {
  ;(await cookies()).set(cookieName(), '', hostCookieOptions(0))
}
