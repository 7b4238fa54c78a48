import { Briefcase, ChevronDown, Send } from '@/components/ui/icons'
import { ButtonLink } from '@/components/ui/button-link'
import { Link } from '@/components/ui/link'
import { buttonClass } from '@/components/ui/variants'
import { toNewAcceptance } from '@/lib/acceptances/paths'
import { toNewCase } from '@/lib/cases/paths'
import { toDocuments } from '@/lib/documents/paths'
import { listPlace } from './list-place'
import type { ProfilePage } from './props'
import { quickActions } from './quick-actions'

const SEND_MENU = 'send-menu'

/** The actions beside the name: the place in the list, call, WhatsApp, note, send and a new case. On a phone the bar below has them. */
export async function headerActions(page: ProfilePage) {
  const { ctx, customer, t } = page
  const [place, actions] = await Promise.all([listPlace(page), quickActions(page, 'head')])
  return (
    <div className="identity-actions">
      {place}
      <span className="only-desk">
        {actions}
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
