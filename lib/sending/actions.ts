'use server'

import { publicAction } from '@/lib/http/public-action'
import { unsubscribe } from './unsubscribe'

export const unsubscribeAction = publicAction(unsubscribe, {
  redirectTo: ({ token }) => `/u/${token}`,
  secret: ['token'],
})
