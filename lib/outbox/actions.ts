'use server'

import { buttonAction } from '@/lib/http/button-action'
import { simulateEvent } from './commands/simulate-event'
import { retryDelivery } from './commands/retry'
import { toDelivery } from './paths'

export const simulateEventAction = buttonAction(simulateEvent, {
  redirectTo: (v) => toDelivery(v.deliveryId),
  flash: 'report_simulated',
})
export const retryDeliveryAction = buttonAction(retryDelivery, {
  redirectTo: (v) => toDelivery(v.deliveryId),
  flash: 'delivery_retried',
})
