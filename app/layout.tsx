import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { FailureTexts } from '@/components/shell/failure-texts'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { currentLocale } from '@/lib/kernel/locale'

export const generateMetadata = (): Metadata => ({
  title: { default: env().COMPANY_NAME, template: `%s · ${env().COMPANY_NAME}` },
  robots: { index: false, follow: false },
})

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, t } = i18n(await currentLocale())
  const failure = {
    title: t('common.failedTitle'),
    text: t('common.failedText', { code: '{code}' }),
    retry: t('common.tryAgain'),
    home: t('common.backToCustomers'),
  }
  return (
    <html lang={locale}>
      <body>
        <FailureTexts value={failure}>{children}</FailureTexts>
      </body>
    </html>
  )
}
