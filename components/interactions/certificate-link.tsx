import { ExternalLink } from '@/components/ui/icons'
import type { I18n } from '@/lib/i18n/translator'

type Props = { url: string; /** For a row without room for the words. */ iconOnly?: boolean; i18n: I18n }

/** Opens another site in a new tab, without a referrer or an opener. */
export function CertificateLink({ url, iconOnly = false, i18n: { t } }: Props) {
  return (
    <a
      className="link inline-flex items-center gap-1 text-xs"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={
        iconOnly
          ? `${t('interactions.certificate')} (${t('interactions.certificateHint')})`
          : t('interactions.certificateHint')
      }
      aria-label={iconOnly ? t('interactions.certificate') : undefined}
    >
      {!iconOnly && t('interactions.certificate')}
      <ExternalLink aria-hidden className="size-3" />
    </a>
  )
}
