'use server'

import { buttonAction } from '@/lib/http/button-action'
import { publicAction } from '@/lib/http/public-action'
import { enterWithCode, enterWithPassword, HOME, leaveBrowser, leavePortal, toCode } from './enter'

export const signInAction = publicAction(enterWithPassword, {
  redirectTo: () => HOME,
  secret: ['password'],
  stepBefore: ({ needsCode }, returnTo) => (needsCode ? toCode(returnTo) : null),
})

export const signInWithCodeAction = publicAction(enterWithCode, { redirectTo: () => HOME, secret: ['code'] })

export const signOutAction = buttonAction(leavePortal, { redirectTo: () => '/sign-in', onSuccess: leaveBrowser })
