import { Banner } from '@/components/ui/banner'
import { Link } from '@/components/ui/link'
import type { I18n } from '@/lib/i18n/translator'
import type { CertificateReport } from '@/lib/pdf/company-certificate'

type Props = { report: CertificateReport | null; t: I18n['t'] }

/** Warns admins on every page if the certificate is not valid or expires within 30 days. Renders nothing otherwise. */
export function CertificateNotice({ report, t }: Props) {
  if (!report || report.state === 'valid') return null
  const { state, daysLeft: days } = report
  return (
    <Banner
      tone={state === 'expiring' ? 'warn' : 'bad'}
      action={
        <Link href="/users#certificate" className="link">
          {t('users.certificate.open')}
        </Link>
      }
    >
      {t(`users.certificate.notice.${state}`, { days })}
    </Banner>
  )
}
