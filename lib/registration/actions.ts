'use server'

import { buttonAction } from '@/lib/http/button-action'
import { savePrefill } from '@/lib/http/drafts/prefill'
import { formAction } from '@/lib/http/form-action'
import { registerCustomer } from './register'
import { startRegistration } from './start'

export const registerCustomerAction = formAction(registerCustomer, {
  flash: 'customer_created',
  repeatedFlash: 'saved_before',
  redirectTo: (v) => `/customers/${v.customerId}`,
})

export const startRegistrationAction = buttonAction(startRegistration, {
  redirectTo: ({ id }) => `/customers/new?prefill=${id}`,
  onSuccess: ({ id, values }) => savePrefill(id, values),
})
