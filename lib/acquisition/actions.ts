'use server'

import { formAction } from '@/lib/http/form-action'
import { recordTouch } from './commands'
import { toAcquisition } from './paths'

export const recordTouchAction = formAction(recordTouch, {
  redirectTo: ({ customerId }) => toAcquisition(customerId),
  flash: 'touch_recorded',
  repeatedFlash: 'saved_before',
})
