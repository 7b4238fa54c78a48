import type { Locale } from '@/lib/i18n/locale'

const BY_LANGUAGE: Record<string, Locale> = { pt: 'pt-BR', es: 'es', en: 'en' }

/** The first supported one of the browser's languages; null if it names none. */
export function browserLocale(acceptLanguage: string | null): Locale | null {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(/;\s*q=/)
      return { language: tag.split('-')[0]!.toLowerCase(), q: q === undefined ? 1 : Number(q) }
    })
    .filter(({ language, q }) => language in BY_LANGUAGE && q > 0)
    .sort((a, b) => b.q - a.q)
  return BY_LANGUAGE[wanted[0]?.language ?? ''] ?? null
}
