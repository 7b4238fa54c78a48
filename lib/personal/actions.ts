'use server'

import { buttonAction } from '@/lib/kernel/form-action'
import { revealPersonal } from './commands'

export const revealAction = buttonAction(revealPersonal, { done: (v) => `/customers/${v.customerId}` })
