'use server'

import { buttonAction } from '@/lib/http/form-action'
import { revealPersonal } from './commands'

export const revealAction = buttonAction(revealPersonal, { redirectTo: (v) => `/customers/${v.customerId}` })
