import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { env } from '@/lib/env'
import { currentLocale } from '@/lib/http/locale'

export const generateMetadata = (): Metadata => ({
  title: { default: env().COMPANY_NAME, template: `%s · ${env().COMPANY_NAME}` },
  robots: { index: false, follow: false },
})

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await currentLocale()}>
      <body>{children}</body>
    </html>
  )
}
