'use server'

import { buttonAction, formAction } from '@/lib/http/form-action'
import { publicAction } from '@/lib/http/public-action'
import { acceptInvitation } from './accept-invitation'
import { changeOwnAccount } from './account/change-own'
import { changeOwnPassword } from './account/change-password'
import { endOwnSession } from './account/end-session'
import { changeUser } from './commands/change'
import { deactivateUser } from './commands/deactivate'
import { inviteUser } from './commands/invite'
import { reactivateUser } from './commands/reactivate'
import { reinviteUser } from './commands/reinvite'
import { showLinkOnce } from './shown-link'

export const inviteUserAction = formAction(inviteUser, {
  flash: 'user_invited',
  done: (v) => `/users/${v.userId}`,
  carry: showLinkOnce,
})

export const changeUserAction = formAction(changeUser, { flash: 'saved', done: (v) => `/users/${v.userId}` })

export const deactivateUserAction = buttonAction(deactivateUser, {
  flash: 'user_deactivated',
  done: (v) => `/users/${v.userId}`,
})

export const reactivateUserAction = buttonAction(reactivateUser, {
  flash: 'user_reactivated',
  done: (v) => `/users/${v.userId}`,
})

export const reinviteUserAction = buttonAction(reinviteUser, {
  flash: 'link_made',
  done: (v) => `/users/${v.userId}`,
  carry: showLinkOnce,
})

export const acceptInvitationAction = publicAction(acceptInvitation, {
  flash: 'password_set',
  done: () => '/sign-in',
  secret: ['password', 'again', 'token'],
})

export const changeOwnAccountAction = formAction(changeOwnAccount, { flash: 'saved', done: () => '/account' })

export const changeOwnPasswordAction = formAction(changeOwnPassword, {
  flash: 'password_changed',
  done: () => '/account',
  secret: ['current', 'password', 'again'],
})

export const endOwnSessionAction = buttonAction(endOwnSession, { flash: 'session_ended', done: () => '/account' })
