import { LogOut, UserRound } from '@/components/ui/icons'
import { ButtonForm } from '@/components/forms/button-form'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { StaticHtml } from '@/components/ui/static-html'
import { signOutAction } from '@/lib/auth/actions'
import { LOCALES } from '@/lib/i18n/locale'
import { languageAction } from '@/lib/users/actions'
import type { Viewer } from '@/lib/access/viewer'
import type { I18n } from '@/lib/i18n/translator'
import { NavLink } from './nav-link'

const MENU_ID = 'me'
const SIGN_OUT_FORM_ID = 'sign-out-form'
const LANGUAGE_FORM_ID = 'language-form'

/** The signed-in user, with links to their account and to sign out. It is a popover, which works without scripting. */
export function UserMenu({ viewer, t, path }: { viewer: Viewer; t: I18n['t']; path: string }) {
  const role = t(`users.roles.${viewer.role}`)
  const [store] = viewer.storeNames
  return (
    <>
      <ButtonForm id={SIGN_OUT_FORM_ID} action={signOutAction} />
      <ButtonForm id={LANGUAGE_FORM_ID} action={languageAction} />
      <StaticHtml as="div" className="contents">
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
          <NavLink href="/account" active={path === '/account'}>
            <UserRound />
            {t('nav.account')}
          </NavLink>
          <div className="languages" role="group" aria-label={t('nav.language')}>
            {LOCALES.map((locale) => (
              <Button
                key={locale}
                id={`language-${locale}`}
                form={LANGUAGE_FORM_ID}
                name="intent"
                value={`set:${locale}`}
                size="sm"
                variant="quiet"
                lang={locale}
                aria-pressed={locale === viewer.locale}
              >
                {t(`users.locales.${locale}`)}
              </Button>
            ))}
          </div>
          <Button id="sign-out" form={SIGN_OUT_FORM_ID} variant="quiet">
            <LogOut />
            {t('nav.signOut')}
          </Button>
        </div>
      </StaticHtml>
    </>
  )
}
