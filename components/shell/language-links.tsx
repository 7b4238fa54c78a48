import { LOCALES, type Locale } from '@/lib/i18n/locale'
import type { I18n } from '@/lib/i18n/translator'

type Props = { current: Locale; path: string; t: I18n['t'] }

/** The language switch of pages without a session: links that work without scripting. */
export const LanguageLinks = ({ current, path, t }: Props) => (
  <nav className="languages" aria-label={t('nav.language')}>
    {LOCALES.map((locale) =>
      locale === current ? (
        <span key={locale} lang={locale} aria-current="true">
          {t(`users.locales.${locale}`)}
        </span>
      ) : (
        <a
          key={locale}
          className="link"
          lang={locale}
          hrefLang={locale}
          rel="nofollow"
          href={`/api/language?${new URLSearchParams({ to: locale, back: path })}`}
        >
          {t(`users.locales.${locale}`)}
        </a>
      ),
    )}
  </nav>
)
