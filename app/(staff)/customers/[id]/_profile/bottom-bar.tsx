import { Send } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { toDocuments } from '@/lib/documents/paths'
import type { ProfilePage } from './props'
import { quickActions } from './quick-actions'

/** The actions at the bottom of a phone, within reach of a thumb. */
export async function BottomBar(page: ProfilePage) {
  const { ctx, customer, t } = page
  const actions = await quickActions(page, 'bar')
  return (
    <StaticHtml as="nav" className="bottom-bar" aria-label={t('profile.actions.bar')}>
      {actions}
      {ctx.viewer.can('messages.send') && (
        <Link className="way" href={toDocuments(customer.id)}>
          <Send aria-hidden />
          <span>{t('profile.actions.send')}</span>
        </Link>
      )}
    </StaticHtml>
  )
}
