'use server'

import { formAction } from '@/lib/http/form-action'
import { publicAction } from '@/lib/http/public-action'
import { toAcceptances, toSigning } from './paths'
import { requestAcceptance } from './commands/request'
import { acceptDocument, refuseDocument } from './signing/decide'
import { sendCode } from './signing/send-code'

export const requestAcceptanceAction = formAction(requestAcceptance, {
  flash: 'acceptance_requested',
  repeatedFlash: 'sent_before',
  redirectTo: (v) => toAcceptances(v.customerId),
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
