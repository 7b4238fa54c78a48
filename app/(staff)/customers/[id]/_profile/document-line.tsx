import { countryName } from '@/lib/i18n/countries'
import { Reveal } from '@/components/privacy/reveal'
import type { ProfilePage } from './props'

/** The masked tax id, with a button that reveals it and logs the access. */
export function DocumentLine({ ctx, customer, i18n, t }: ProfilePage) {
  const { document } = customer
  if (!document) return null
  return (
    <span>
      {t(`customers.documentTypes.${document.type}`)} {document.shown}
      {document.country && document.country !== 'BR' && ` (${countryName(document.country, i18n.locale)})`}
      {document.masked && ctx.viewer.can('personal.reveal') && (
        <Reveal subject="document" text={t('profile.reveal')} title={t('profile.revealLabel')} />
      )}
    </span>
  )
}
