import type { Locale } from '@/lib/i18n/locale'
import { DEFAULT_LOCALE } from './translator'

const BY_LANGUAGE: Record<string, Locale> = { pt: 'pt-BR', es: 'es', en: 'en' }

/** The language for a person without a session: the first supported one of the browser's languages. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(/;\s*q=/)
      return { language: tag.split('-')[0]!.toLowerCase(), q: q === undefined ? 1 : Number(q) }
    })
    .filter(({ language, q }) => language in BY_LANGUAGE && q > 0)
    .sort((a, b) => b.q - a.q)
  return BY_LANGUAGE[wanted[0]?.language ?? ''] ?? DEFAULT_LOCALE
}
