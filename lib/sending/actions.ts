'use server'

import { formAction } from '@/lib/http/form-action'
import { publicAction } from '@/lib/http/public-action'
import { liftSuppression } from './lift-suppression'
import { unsubscribe } from './unsubscribe'

export const unsubscribeAction = publicAction(unsubscribe, {
  redirectTo: ({ token }) => `/u/${token}`,
  secret: ['token'],
})

export const liftSuppressionAction = formAction(liftSuppression, {
  flash: 'suppression_lifted',
  redirectTo: ({ customerId, pointId }) => `/customers/${customerId}/contacts/${pointId}`,
})
