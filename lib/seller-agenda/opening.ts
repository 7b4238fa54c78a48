import { cookies } from 'next/headers'
import { hostCookieName, hostCookieOptions } from '@/lib/access/host-cookie'

/** Long enough for the next page over a slow connection, and too short for somebody who comes back to it. */
const SECONDS = 10

const cookieName = () => hostCookieName('retrato-phone')

/** Asks the page of the contact, which is shown next, to open the phone or WhatsApp once. */
export async function askToOpen({ interactionId }: { interactionId: string }): Promise<void> {
  ;(await cookies()).set(cookieName(), interactionId, hostCookieOptions(SECONDS))
}

export const isAskedToOpen = async (interactionId: string): Promise<boolean> =>
  (await cookies()).get(cookieName())?.value === interactionId
