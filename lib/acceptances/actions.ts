'use server'

import { formAction } from '@/lib/http/form-action'
import { publicAction } from '@/lib/http/public-action'
import { toAcceptance, toAcceptances, toSigning } from './paths'
import { approveRequest } from './commands/approve'
import { cancelRequest } from './commands/cancel'
import { changeDeadline } from './commands/change-deadline'
import { declineRequest } from './commands/decline'
import { requestAcceptance } from './commands/request'
import { resendRequest } from './commands/resend'
import { acceptDocument, refuseDocument } from './signing/decide'
import { sendCode } from './signing/send-code'

export const requestAcceptanceAction = formAction(requestAcceptance, {
  flash: (v) => (v.pending ? 'acceptance_pending' : 'acceptance_requested'),
  repeatedFlash: 'sent_before',
  redirectTo: (v) => toAcceptances(v.customerId),
})

const toOne = (v: { customerId: string; acceptanceId: string }) => toAcceptance(v.customerId, v.acceptanceId)

export const approveRequestAction = formAction(approveRequest, { flash: 'acceptance_approved', redirectTo: toOne })
export const declineRequestAction = formAction(declineRequest, { flash: 'acceptance_declined', redirectTo: toOne })
export const cancelRequestAction = formAction(cancelRequest, { flash: 'acceptance_cancelled', redirectTo: toOne })
export const changeDeadlineAction = formAction(changeDeadline, {
  flash: 'acceptance_deadline_changed',
  redirectTo: toOne,
})
export const resendRequestAction = formAction(resendRequest, {
  flash: 'acceptance_resent',
  repeatedFlash: 'sent_before',
  redirectTo: toOne,
})

export const sendCodeAction = publicAction(sendCode, {
  flash: 'acceptance_code_sent',
  redirectTo: (v) => `${toSigning(v.token)}#answer`,
  secret: ['token'],
})

export const acceptDocumentAction = publicAction(acceptDocument, {
  flash: (v) => (v.repeated ? 'acceptance_settled_before' : ''),
  redirectTo: (v) => toSigning(v.token),
  secret: ['token', 'code'],
})

export const refuseDocumentAction = publicAction(refuseDocument, {
  flash: (v) => (v.repeated ? 'acceptance_settled_before' : ''),
  redirectTo: (v) => toSigning(v.token),
  secret: ['token', 'code'],
})
