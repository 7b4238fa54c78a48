import type { ReactNode } from 'react'
import { Brand } from '@/components/shell/brand'
import { FlashToast } from '@/components/shell/flash-toast'
import { i18n } from '@/lib/i18n/translator'
import { readFlash } from '@/lib/http/flash'
import { currentLocale } from '@/lib/http/locale'
import { env } from '@/lib/env'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [locale, flash] = await Promise.all([currentLocale(), readFlash()])
  return (
    <main className="door">
      <Brand name={env().COMPANY_NAME} />
      <div>{children}</div>
      <FlashToast flash={flash} t={i18n(locale).t} />
    </main>
  )
}
