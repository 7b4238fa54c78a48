'use server'

import { formAction } from '@/lib/http/form-action'
import { deleteAttachment } from './commands/delete'
import { toAttachments } from './paths'

export const deleteAttachmentAction = formAction(deleteAttachment, {
  redirectTo: ({ customerId }) => toAttachments(customerId),
  flash: 'attachment_deleted',
})
