import { revealAction } from '@/lib/personal/actions'
import type { ProfilePage } from './profile-page'

/** The identification, masked, with one click to see it that is logged. */
export function DocumentLine({ ctx, customer, t }: ProfilePage) {
  const { document, id } = customer
  if (!document) return null
  return (
    <span>
      {t(`customers.documentTypes.${document.type}`)} {document.shown}
      {document.country && document.country !== 'BR' && ` (${document.country})`}
      {document.masked && ctx.viewer.can('personal.reveal') && (
        <form action={revealAction} className="inline">
          <input type="hidden" name="customerId" value={id} />
          <input type="hidden" name="subject" value="document" />
          {' · '}
          <button className="link" title={t('profile.revealLabel')}>
            {t('profile.reveal')}
          </button>
        </form>
      )}
    </span>
  )
}
