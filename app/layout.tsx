import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { StaticImageData } from 'next/image'
import type { ReactNode } from 'react'
import icon from '@/components/shell/icon.svg'
import { env } from '@/lib/env'
import { currentLocale } from '@/lib/http/locale'

// An imported file is served under a hashed name that browsers cache for a year; app/icon.svg would be asked for on every page load.
const { src: iconUrl }: StaticImageData = icon

export const generateMetadata = (): Metadata => ({
  title: { default: env().COMPANY_NAME, template: `%s · ${env().COMPANY_NAME}` },
  icons: { icon: { url: iconUrl, type: 'image/svg+xml' } },
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
