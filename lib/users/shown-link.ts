import { cookies } from 'next/headers'
import { env } from '@/lib/env'

type Issued = { userId: string; token: string }

const COOKIE = 'retrato-invitation'
/** Long enough to copy it; then it is nowhere but with whom it was given to. */
const SECONDS = 120

const pathOf = (userId: string) => `/users/${userId}`

/** Carries a fresh link to the user's page: in an address it would stay in histories and logs. */
export async function showLinkOnce({ userId, token }: Issued): Promise<void> {
  const options = { path: pathOf(userId), maxAge: SECONDS, httpOnly: true, sameSite: 'strict', secure: env().APP_URL.startsWith('https:') } as const
  ;(await cookies()).set(COOKIE, token, options)
}

/** The link to hand over, on the page right after it was made. */
export async function shownLink(): Promise<string | null> {
  const token = (await cookies()).get(COOKIE)?.value
  return token && /^[\w-]{43}$/.test(token) ? `${env().APP_URL}/invitation/${token}` : null
}
