import { headers } from 'next/headers'
import { database } from '@/db/client'
import { browserLocale } from '@/lib/i18n/negotiate'
import { DEFAULT_LOCALE } from '@/lib/i18n/translator'
import type { PublicContext } from '@/lib/kernel/context'
import { chosenLanguage } from './language-cookie'
import { requestId } from './request'

const USER_AGENT_MAX = 300

export async function currentPublicContext(): Promise<PublicContext> {
  const sent = await headers()
  const preferredLocale = (await chosenLanguage()) ?? browserLocale(sent.get('accept-language'))
  return {
    db: database(),
    now: new Date(),
    requestId: await requestId(),
    locale: preferredLocale ?? DEFAULT_LOCALE,
    preferredLocale,
    // The nearest proxy appends its entry last. Without a proxy, server/peer-address.ts overwrites the header.
    ipAddress: sent.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null,
    userAgent: sent.get('user-agent')?.slice(0, USER_AGENT_MAX) ?? null,
  }
}
