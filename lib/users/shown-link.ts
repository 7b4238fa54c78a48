import { cookies } from 'next/headers'
import { isSecure } from '@/lib/access/session-cookie'
import { env } from '@/lib/env'
import { isToken } from '@/lib/values/tokens'

type Issued = { userId: string; token: string }

const COOKIE = 'retrato-invitation'
/** Long enough to copy it; then it is nowhere but with whom it was given to. */
const SECONDS = 120

const pathOf = (userId: string) => `/users/${userId}`

/** Carries a fresh link to the user's page: in an address it would stay in histories and logs. */
export async function showLinkOnce({ userId, token }: Issued): Promise<void> {
  const options = {
    path: pathOf(userId),
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(),
  } as const
  ;(await cookies()).set(COOKIE, token, options)
}

/** The link to hand over, on the page right after it was made. */
export async function shownLink(): Promise<string | null> {
  const token = (await cookies()).get(COOKIE)?.value
  return isToken(token) ? `${env().APP_URL}/invitation/${token}` : null
}
