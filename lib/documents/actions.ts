'use server'

import { buttonAction, formAction } from '@/lib/http/form-action'
import { createLetter } from './commands/create-letter'
import { deleteDocument } from './commands/delete'
import { requestArchived } from './commands/request-archived'
import { resendDocuments } from './commands/resend'
import { toDocument, toDocuments } from './paths'

export const createLetterAction = formAction(createLetter, {
  done: ({ customerId }) => toDocuments(customerId),
  flash: 'documents_created',
  once: 'saved_before',
})

export const deleteDocumentAction = buttonAction(deleteDocument, {
  done: ({ customerId, documentId }) => toDocument(customerId, documentId),
  flash: 'document_deleted',
})

export const requestArchivedAction = buttonAction(requestArchived, {
  done: ({ customerId }) => toDocuments(customerId),
  flash: 'document_requested',
})

export const resendDocumentsAction = formAction(resendDocuments, {
  done: ({ customerId }) => toDocuments(customerId),
  flash: 'documents_resent',
  once: 'sent_before',
})
