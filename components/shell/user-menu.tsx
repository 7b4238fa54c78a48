import { LogOut, UserRound } from 'lucide-react'
import { ActionButton } from '@/components/forms/action-button'
import { Avatar } from '@/components/ui/avatar'
import { Static } from '@/components/ui/static'
import { signOutAction } from '@/lib/auth/actions'
import type { Viewer } from '@/lib/access/viewer'
import type { I18n } from '@/lib/i18n/translator'
import { NavLink } from './nav-link'

const MENU_ID = 'me'

/** The signed-in user, with links to their account and to sign out. It is a popover, which works without scripting. */
export function UserMenu({ viewer, t, path }: { viewer: Viewer; t: I18n['t']; path: string }) {
  const role = t(`users.roles.${viewer.role}`)
  const [store] = viewer.storeNames
  return (
    <Static as="div" className="contents">
      <button
        type="button"
        className="me"
        popoverTarget={MENU_ID}
        aria-label={`${t('nav.me')}: ${viewer.name}`}
        title={viewer.name}
      >
        <span>{store ? `${store} · ${role}` : role}</span>
        <Avatar name={viewer.name} />
      </button>
      <div className="menu" id={MENU_ID} popover="auto" role="group" aria-label={t('nav.me')}>
        <div className="menu-who">
          <b>{viewer.name}</b>
          <small>{viewer.email}</small>
          <small>{[role, ...viewer.storeNames].join(' · ')}</small>
        </div>
        <NavLink href="/account" path={path}>
          <UserRound />
          {t('nav.account')}
        </NavLink>
        <ActionButton
          id="sign-out"
          action={signOutAction}
          label={t('nav.signOut')}
          icon={LogOut}
          showLabel
          variant="quiet"
        />
      </div>
    </Static>
  )
}
