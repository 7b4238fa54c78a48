import { Briefcase, ChevronDown, MessageCircle, NotebookPen, Phone, Send } from '@/components/ui/icons'
import { ButtonLink } from '@/components/ui/button-link'
import { Link } from '@/components/ui/link'
import { buttonClass } from '@/components/ui/variants'
import { toNewAcceptance } from '@/lib/acceptances/paths'
import { toNewCase } from '@/lib/cases/paths'
import { toDocuments } from '@/lib/documents/paths'
import { toNotes } from '@/lib/notes/paths'
import { contactWay } from './contact-ways'
import { listPlace } from './list-place'
import type { ProfilePage } from './props'
import { WayLink } from './way-link'

const SEND_MENU = 'send-menu'

/** The actions beside the name: the place in the list, call, WhatsApp, note, send and a new case. On a phone the bar below has them. */
export async function headerActions(page: ProfilePage) {
  const { ctx, customer, t } = page
  const place = await listPlace(page)
  const [call, whatsapp] = await Promise.all([contactWay('call', page), contactWay('whatsapp', page)])
  return (
    <div className="identity-actions">
      {place}
      <span className="only-desk">
        {call && (
          <WayLink
            way={call}
            label={t('profile.actions.call')}
            revealLabel={t('profile.actions.revealToCall')}
            icon={Phone}
            place="head"
            className="btn"
          />
        )}
        {whatsapp && (
          <WayLink
            way={whatsapp}
            label={t('profile.actions.whatsapp')}
            revealLabel={t('profile.actions.revealToWrite')}
            icon={MessageCircle}
            place="head"
            className="btn"
          />
        )}
        {ctx.viewer.can('notes.write') && (
          <Link className={buttonClass()} href={toNotes(customer.id)}>
            <NotebookPen aria-hidden />
            <span>{t('profile.actions.note')}</span>
          </Link>
        )}
        {ctx.viewer.can('messages.send') && <SendMenu {...page} />}
        {ctx.viewer.can('cases.write') && (
          <ButtonLink href={toNewCase(customer.id)} variant="primary">
            <Briefcase aria-hidden />
            {t('profile.actions.newCase')}
          </ButtonLink>
        )}
      </span>
    </div>
  )
}

/** A popover, which opens without scripting. */
const SendMenu = ({ customer, t }: ProfilePage) => (
  <>
    <button
      type="button"
      className={buttonClass()}
      popoverTarget={SEND_MENU}
      id="send-menu-button"
      aria-label={t('profile.actions.sendMenu')}
    >
      <Send aria-hidden />
      {t('profile.actions.send')}
      <ChevronDown aria-hidden />
    </button>
    <div className="menu menu-send" id={SEND_MENU} popover="auto" role="group" aria-label={t('profile.actions.send')}>
      <Link href={toDocuments(customer.id)}>{t('profile.actions.sendDocuments')}</Link>
      <Link href={toNewAcceptance(customer.id)}>{t('profile.actions.requestAcceptance')}</Link>
    </div>
  </>
)
