import type { ReactNode } from 'react'
import { Brand } from '@/components/shell/brand'
import { FlashToast } from '@/components/shell/flash-toast'
import { LanguageLinks } from '@/components/shell/language-links'
import { currentPath } from '@/lib/http/page'
import { i18n } from '@/lib/i18n/translator'
import { readFlash } from '@/lib/http/flash'
import { currentLocale } from '@/lib/http/locale'
import { env } from '@/lib/env'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [locale, flash, path] = await Promise.all([currentLocale(), readFlash(), currentPath()])
  const { t } = i18n(locale)
  return (
    <main className="door">
      <Brand name={env().COMPANY_NAME} />
      <div>{children}</div>
      <LanguageLinks current={locale} path={path} t={t} />
      <FlashToast flash={flash} t={t} />
    </main>
  )
}
