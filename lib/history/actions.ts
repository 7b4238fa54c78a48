'use server'

import { buttonAction } from '@/lib/http/button-action'
import { restoreValue } from './restore/command'

export const restoreValueAction = buttonAction(restoreValue, {
  redirectTo: ({ customerId }) => `/customers/${customerId}/history`,
  flash: 'value_restored',
})
