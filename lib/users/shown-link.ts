import { cookies } from 'next/headers'
import { isSecure } from '@/lib/access/host-cookie'
import { isToken } from '@/lib/values/tokens'
import { toInvitation } from './invitation'

type Issued = { userId: string; token: string }

/** Sent only to the user's page, so it cannot have the prefix `__Host-`. */
const cookieName = () => (isSecure() ? '__Secure-retrato-invitation' : 'retrato-invitation')
/** Long enough to copy the link; afterwards the portal cannot show it again. */
const SECONDS = 120

const pathOf = (userId: string) => `/users/${userId}`

/** Passes a new link to the user's page in a cookie: in a URL it would stay in browser histories and logs. */
export async function showLinkOnce({ userId, token }: Issued): Promise<void> {
  const options = {
    path: pathOf(userId),
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(),
  } as const
  ;(await cookies()).set(cookieName(), token, options)
}

/** The new link, on the page right after it was issued; otherwise null. */
export async function shownLink(): Promise<string | null> {
  const token = (await cookies()).get(cookieName())?.value
  return isToken(token) ? toInvitation(token) : null
}
