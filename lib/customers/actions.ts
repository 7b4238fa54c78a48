'use server'

import { buttonAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { assignCustomer } from './commands/assign'
import { editCustomer } from './commands/edit'
import { rateCustomer } from './commands/rate'
import { renameCustomer } from './commands/rename'
import { validateCustomer } from './commands/validate'

export const editCustomerAction = formAction(editCustomer, {
  flash: 'saved',
  redirectTo: (v) => `/customers/${v.customerId}/registration`,
})

export const renameCustomerAction = formAction(renameCustomer, {
  flash: 'saved',
  redirectTo: (v) => `/customers/${v.customerId}`,
})

export const rateCustomerAction = buttonAction(rateCustomer)

const assigned = {
  flash: 'customer_assigned' as const,
  redirectTo: (v: { customerId: string; visible: boolean }) =>
    v.visible ? `/customers/${v.customerId}` : '/customers',
}

export const assignCustomerAction = formAction(assignCustomer, assigned)

export const unassignCustomerAction = buttonAction(assignCustomer, assigned)

export const validateCustomerAction = buttonAction(validateCustomer, { flash: 'customer_validated' })
