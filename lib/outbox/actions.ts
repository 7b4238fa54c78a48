'use server'

import { buttonAction } from '@/lib/http/button-action'
import { simulateEvent } from './commands/play'
import { retryDelivery } from './commands/retry'
import { toDelivery } from './paths'

export const playReportAction = buttonAction(simulateEvent, {
  redirectTo: (v) => toDelivery(v.deliveryId),
  flash: 'report_played',
})
export const retryDeliveryAction = buttonAction(retryDelivery, {
  redirectTo: (v) => toDelivery(v.deliveryId),
  flash: 'delivery_retried',
})
