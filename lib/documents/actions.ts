'use server'

import { buttonAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { createLetter } from './commands/create-letter'
import { deleteDocument } from './commands/delete'
import { requestArchived } from './commands/request-archived'
import { resendDocuments } from './commands/resend'
import { toDocuments } from './paths'

export const createLetterAction = formAction(createLetter, {
  redirectTo: ({ customerId }) => toDocuments(customerId),
  flash: 'documents_created',
  repeatedFlash: 'saved_before',
})

export const deleteDocumentAction = buttonAction(deleteDocument, { flash: 'document_deleted' })

export const requestArchivedAction = buttonAction(requestArchived, { flash: 'document_requested' })

export const resendDocumentsAction = formAction(resendDocuments, {
  redirectTo: ({ customerId }) => toDocuments(customerId),
  flash: 'documents_resent',
  repeatedFlash: 'sent_before',
})
