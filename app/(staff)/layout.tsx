import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { SendFailureTexts } from '@/components/forms/send-failure-texts'
import { FlashToast } from '@/components/shell/flash-toast'
import { KeepFocus } from '@/components/shell/keep-focus'
import { Navigation } from '@/components/shell/navigation'
import { CertificateNotice } from '@/components/users/certificate-notice'
import { Sidebar } from '@/components/shell/sidebar'
import { TopBar } from '@/components/shell/top-bar'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { certificateReport } from '@/lib/pdf/company-certificate'
import { readFlash } from '@/lib/http/flash'
import { currentPath } from '@/lib/http/page'
import { requestCtx } from '@/lib/http/request'

/** The frame around every staff page. Never a guard: without a session the page itself sends to sign-in. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const ctx = await requestCtx()
  if (!ctx) return children
  const { t } = i18n(ctx.viewer.locale)
  const certificate = ctx.viewer.can('users.manage') ? certificateReport(ctx.now) : null
  const [flash, asked, report] = await Promise.all([readFlash(), currentPath(), certificate])
  const path = asked.split('?')[0]!
  return (
    <div className="app">
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <Sidebar viewer={ctx.viewer} t={t} company={env().COMPANY_NAME} path={path} />
      <TopBar viewer={ctx.viewer} t={t} path={path} />
      <main className="content" id="content" tabIndex={-1}>
        <CertificateNotice report={report} t={t} />
        <SendFailureTexts value={{ text: t('common.notSent'), close: t('common.close') }}>{children}</SendFailureTexts>
      </main>
      <Navigation />
      <KeepFocus />
      <FlashToast key={(await headers()).get('x-request-id')} flash={flash} t={t} />
    </div>
  )
}
