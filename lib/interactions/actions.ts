'use server'

import { formAction } from '@/lib/http/form-action'
import { toInteraction } from './paths'
import { resendInteraction } from './resend'

export const resendInteractionAction = formAction(resendInteraction, {
  flash: 'message_resent',
  repeatedFlash: 'sent_before',
  redirectTo: toInteraction,
})
