import { MessageCircle, NotebookPen, Phone, Send } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { toDocuments } from '@/lib/documents/paths'
import { toNotes } from '@/lib/notes/paths'
import { contactWay } from './contact-ways'
import type { ProfilePage } from './props'
import { WayLink } from './way-link'

/** The actions at the bottom of a phone, within reach of a thumb. */
export async function BottomBar(page: ProfilePage) {
  const { ctx, customer, t } = page
  const [call, whatsapp] = await Promise.all([contactWay('call', page), contactWay('whatsapp', page)])
  return (
    <StaticHtml as="nav" className="bottom-bar" aria-label={t('profile.actions.bar')}>
      {call && (
        <WayLink
          way={call}
          label={t('profile.actions.call')}
          revealLabel={t('profile.actions.revealToCall')}
          icon={Phone}
          place="bar"
        />
      )}
      {whatsapp && (
        <WayLink
          way={whatsapp}
          label={t('profile.actions.whatsapp')}
          revealLabel={t('profile.actions.revealToWrite')}
          icon={MessageCircle}
          place="bar"
        />
      )}
      {ctx.viewer.can('notes.write') && (
        <Link className="way" href={toNotes(customer.id)}>
          <NotebookPen aria-hidden />
          <span>{t('profile.actions.note')}</span>
        </Link>
      )}
      {ctx.viewer.can('messages.send') && (
        <Link className="way" href={toDocuments(customer.id)}>
          <Send aria-hidden />
          <span>{t('profile.actions.send')}</span>
        </Link>
      )}
    </StaticHtml>
  )
}
