'use server'

import { buttonAction } from '@/lib/http/button-action'
import { publicAction } from '@/lib/http/public-action'
import { enterWithPassword, HOME, leaveBrowser, leavePortal } from './enter'

export const signInAction = publicAction(enterWithPassword, { redirectTo: () => HOME, secret: ['password'] })

export const signOutAction = buttonAction(leavePortal, { redirectTo: () => '/sign-in', onSuccess: leaveBrowser })
