'use server'

import { rememberBrowser } from '@/lib/auth/known-browser'
import { buttonAction, intent, intentAction } from '@/lib/http/button-action'
import { chooseLanguage } from '@/lib/http/language-cookie'
import { formAction } from '@/lib/http/form-action'
import { publicAction } from '@/lib/http/public-action'
import { acceptInvitation } from './accept-invitation'
import { changeOwnAccount, changeOwnLanguage } from './account/change-own'
import { changeOwnPassword } from './account/change-password'
import { endOwnSession } from './account/end-session'
import { changeUser } from './commands/change'
import { deactivateUser } from './commands/deactivate'
import { inviteUser } from './commands/invite'
import { reactivateUser } from './commands/reactivate'
import { unlinkIdentity } from './commands/unlink-identity'
import { removeSecondFactor } from './commands/remove-second-factor'
import { reinviteUser } from './commands/reinvite'
import { requestPasswordReset } from './password-reset'
import { FORGOT_PASSWORD, SECOND_FACTOR } from './paths'
import { confirmSecondFactor, removeOwnSecondFactor, startSecondFactor } from './second-factor/own'
import { showCodesOnce } from './second-factor/shown-codes'
import { showLinkOnce } from './shown-link'

export const inviteUserAction = formAction(inviteUser, {
  flash: 'user_invited',
  redirectTo: (v) => `/users/${v.userId}`,
  onSuccess: showLinkOnce,
})

export const changeUserAction = formAction(changeUser, { flash: 'saved', redirectTo: (v) => `/users/${v.userId}` })

export const deactivateUserAction = buttonAction(deactivateUser, {
  flash: 'user_deactivated',
  redirectTo: (v) => `/users/${v.userId}`,
})

export const reactivateUserAction = buttonAction(reactivateUser, {
  flash: 'user_reactivated',
  redirectTo: (v) => `/users/${v.userId}`,
})

export const reinviteUserAction = buttonAction(reinviteUser, {
  flash: 'link_made',
  redirectTo: (v) => `/users/${v.userId}`,
  onSuccess: showLinkOnce,
})

export const unlinkIdentityAction = buttonAction(unlinkIdentity, {
  flash: 'identity_unlinked',
  redirectTo: (v) => `/users/${v.userId}`,
})

export const acceptInvitationAction = publicAction(acceptInvitation, {
  flash: 'password_set',
  onSuccess: ({ email }) => rememberBrowser(email),
  redirectTo: () => '/sign-in',
  secret: ['password', 'again', 'token'],
})

export const requestResetAction = publicAction(requestPasswordReset, {
  redirectTo: () => `${FORGOT_PASSWORD}?sent=1`,
})

export const changeOwnAccountAction = formAction(changeOwnAccount, { flash: 'saved', redirectTo: () => '/account' })

/** The cookie keeps the language for the pages without a session, such as sign-in. */
export const languageAction = intentAction({
  set: intent(changeOwnLanguage, ['locale'], { onSuccess: ({ locale }) => chooseLanguage(locale) }),
})

export const changeOwnPasswordAction = formAction(changeOwnPassword, {
  flash: 'password_changed',
  redirectTo: () => '/account',
  secret: ['current', 'password', 'again'],
})

export const startSecondFactorAction = buttonAction(startSecondFactor, { redirectTo: () => SECOND_FACTOR })

export const confirmSecondFactorAction = formAction(confirmSecondFactor, {
  flash: 'second_factor_on',
  redirectTo: () => SECOND_FACTOR,
  secret: ['password', 'code'],
  onSuccess: showCodesOnce,
})

export const removeOwnSecondFactorAction = formAction(removeOwnSecondFactor, {
  flash: 'second_factor_off',
  redirectTo: () => '/account',
  secret: ['password'],
})

export const removeSecondFactorAction = buttonAction(removeSecondFactor, {
  flash: 'second_factor_off',
  redirectTo: (v) => `/users/${v.userId}`,
})

export const endOwnSessionAction = buttonAction(endOwnSession, { flash: 'session_ended', redirectTo: () => '/account' })
