'use server'

import { publicAction } from '@/lib/kernel/public-action'
import { unsubscribe } from './unsubscribe'

export const unsubscribeAction = publicAction(unsubscribe, { done: ({ token }) => `/u/${token}`, secret: ['token'] })
