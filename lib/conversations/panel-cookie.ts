import { cookies } from 'next/headers'
import { hostCookieName, hostCookieOptions } from '@/lib/access/host-cookie'

const YEAR_SECONDS = 365 * 24 * 60 * 60

export const PANEL_STATES = ['shown', 'minimised'] as const

const cookieName = () => hostCookieName('retrato-conversation')

/** Whether the person has minimised the conversation in this browser, on any customer's page. */
export const isMinimised = async (): Promise<boolean> => (await cookies()).get(cookieName())?.value === 'minimised'

export const rememberPanel = async (state: (typeof PANEL_STATES)[number]): Promise<void> => {
  ;(await cookies()).set(cookieName(), state, hostCookieOptions(YEAR_SECONDS))
}
