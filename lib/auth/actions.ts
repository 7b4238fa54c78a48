'use server'

import { buttonAction } from '@/lib/http/form-action'
import { publicAction } from '@/lib/http/public-action'
import { dropCookie, enterWithPassword, HOME, leavePortal } from './enter'

export const signInAction = publicAction(enterWithPassword, { done: () => HOME, secret: ['password'] })

export const signOutAction = buttonAction(leavePortal, { done: () => '/sign-in', carry: dropCookie })
