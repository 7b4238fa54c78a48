/** The section with all attachments of a customer. */
export const toAttachments = (customerId: string) => `/customers/${customerId}/attachments`

export const toAttachment = (customerId: string, attachmentId: string) => `${toAttachments(customerId)}/${attachmentId}`

/** The path of the file. It contains the id of the record that the attachment belongs to, which may have been merged since. */
export const toAttachedFile = (customerId: string, attachmentId: string, download = false) =>
  `${ATTACHMENT_UPLOADS}/${customerId}/${attachmentId}${download ? '?download=1' : ''}`

/** The route handler for the upload form. */
export const ATTACHMENT_UPLOADS = '/api/attachments'
