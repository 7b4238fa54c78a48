import { cookies } from 'next/headers'
import { hostCookieName, hostCookieOptions } from '@/lib/access/host-cookie'
import { isToken } from '@/lib/values/tokens'
import { DRAFT_SECONDS } from './drafts'

const cookieName = () => hostCookieName('retrato-draft')

/** The token of this browser, which opens its drafts; null when it has none. */
export async function browserToken(): Promise<string | null> {
  const token = (await cookies()).get(cookieName())?.value
  return isToken(token) ? token : null
}

/** Only an action or a handler may call it. */
export async function setBrowserToken(token: string): Promise<void> {
  ;(await cookies()).set(cookieName(), token, hostCookieOptions(DRAFT_SECONDS))
}
