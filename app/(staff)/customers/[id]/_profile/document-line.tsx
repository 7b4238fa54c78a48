import { Reveal } from '@/components/privacy/reveal'
import type { ProfilePage } from './props'

/** The masked tax id, with a button that reveals it and logs the access. */
export function DocumentLine({ ctx, customer, t }: ProfilePage) {
  const { document } = customer
  if (!document) return null
  return (
    <span>
      {t(`customers.documentTypes.${document.type}`)} {document.shown}
      {document.country && document.country !== 'BR' && ` (${document.country})`}
      {document.masked && ctx.viewer.can('personal.reveal') && (
        <Reveal subject="document" text={t('profile.reveal')} title={t('profile.revealLabel')} />
      )}
    </span>
  )
}
