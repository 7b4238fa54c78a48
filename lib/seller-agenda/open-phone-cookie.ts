import { cookies } from 'next/headers'
import { hostCookieName, hostCookieOptions } from '@/lib/access/host-cookie'

/** Long enough to load the next page over a slow connection. Too short to call again when somebody returns to the page later. */
const SECONDS = 10

const cookieName = () => hostCookieName('retrato-phone')

/** Sets a cookie that makes the next page, the one of this contact, open the phone or WhatsApp. */
export async function setOpenPhoneCookie({ interactionId }: { interactionId: string }): Promise<void> {
  ;(await cookies()).set(cookieName(), interactionId, hostCookieOptions(SECONDS))
}

export const hasOpenPhoneCookie = async (interactionId: string): Promise<boolean> =>
  (await cookies()).get(cookieName())?.value === interactionId
