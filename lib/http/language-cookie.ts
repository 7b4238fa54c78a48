import { cookies } from 'next/headers'
import { hostCookieName, hostCookieOptions } from '@/lib/access/host-cookie'
import { LOCALES, type Locale } from '@/lib/i18n/locale'

const YEAR_SECONDS = 365 * 24 * 60 * 60

const cookieName = () => hostCookieName('retrato-language')

/** The language that somebody chose in this browser, for pages without a session; null if they chose none. */
export async function chosenLanguage(): Promise<Locale | null> {
  const value = (await cookies()).get(cookieName())?.value
  return LOCALES.find((locale) => locale === value) ?? null
}

export const chooseLanguage = async (locale: Locale): Promise<void> => {
  ;(await cookies()).set(cookieName(), locale, hostCookieOptions(YEAR_SECONDS))
}
