'use server'

import { buttonAction } from '@/lib/http/form-action'
import { revealPersonal } from './commands'

export const revealAction = buttonAction(revealPersonal, { done: (v) => `/customers/${v.customerId}` })
