import { ExternalLink } from '@/components/ui/icons'
import type { I18n } from '@/lib/i18n/translator'

/** Opens another site in a new tab, without a referrer or an opener. */
export function CertificateLink({ url, i18n: { t } }: { url: string; i18n: I18n }) {
  return (
    <a
      className="link inline-flex items-center gap-1 text-xs"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={t('interactions.certificateHint')}
    >
      {t('interactions.certificate')}
      <ExternalLink aria-hidden className="size-3" />
    </a>
  )
}
