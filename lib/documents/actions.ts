'use server'

import { buttonAction, formAction } from '@/lib/http/form-action'
import { createLetter } from './commands/create-letter'
import { deleteDocument } from './commands/delete'
import { requestArchived } from './commands/request-archived'
import { resendDocuments } from './commands/resend'
import { toDocument, toDocuments } from './paths'

export const createLetterAction = formAction(createLetter, {
  redirectTo: ({ customerId }) => toDocuments(customerId),
  flash: 'documents_created',
  once: 'saved_before',
})

export const deleteDocumentAction = buttonAction(deleteDocument, {
  redirectTo: ({ customerId, documentId }) => toDocument(customerId, documentId),
  flash: 'document_deleted',
})

export const requestArchivedAction = buttonAction(requestArchived, {
  redirectTo: ({ customerId }) => toDocuments(customerId),
  flash: 'document_requested',
})

export const resendDocumentsAction = formAction(resendDocuments, {
  redirectTo: ({ customerId }) => toDocuments(customerId),
  flash: 'documents_resent',
  once: 'sent_before',
})
