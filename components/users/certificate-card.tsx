import { Card } from '@/components/ui/card'
import { Chip, type Tone } from '@/components/ui/chip'
import { DefinitionList } from '@/components/ui/definition-list'
import type { I18n } from '@/lib/i18n/translator'
import type { CertificateReport, CertificateState } from '@/lib/pdf/company-certificate'

const TONES: Record<CertificateState, Tone> = { valid: 'ok', expiring: 'warn', expired: 'bad', not_yet_valid: 'bad' }

/** The certificate that signs the final documents of acceptances: its holder, issuer, validity and state. */
export function CertificateCard({ report, i18n: { t, format } }: { report: CertificateReport; i18n: I18n }) {
  const { state, subject, issuer, validFrom, validTo, hasRoot, daysLeft } = report
  const date = (at: Date) => format.dateTime(at, { dateStyle: 'long' })
  return (
    <Card
      id="certificate"
      title={t('users.certificate.title')}
      action={<Chip tone={TONES[state]}>{t(`users.certificate.state.${state}`)}</Chip>}
    >
      <DefinitionList
        wide
        items={[
          { label: t('users.certificate.subject'), value: subject },
          {
            label: t('users.certificate.issuer'),
            value: issuer,
            hint: hasRoot ? undefined : t('users.certificate.noRoot'),
          },
          { label: t('users.certificate.validFrom'), value: date(validFrom) },
          {
            label: t('users.certificate.validTo'),
            value: date(validTo),
            hint: daysLeft >= 0 && t('users.certificate.daysLeft', { days: daysLeft }),
          },
        ]}
      />
    </Card>
  )
}
