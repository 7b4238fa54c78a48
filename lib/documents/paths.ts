/** The tab with a customer's documents. */
export const toDocuments = (customerId: string) => `/customers/${customerId}/documents`

export const toDocument = (customerId: string, documentId: string) => `${toDocuments(customerId)}/${documentId}`

export const toNewDocuments = (customerId: string) => `${toDocuments(customerId)}/new`

export const toResend = (customerId: string, kitId: string, documentId?: string) =>
  `${toDocuments(customerId)}/resend?${new URLSearchParams({ kit: kitId, ...(documentId && { document: documentId }) })}`

export type FileRole = 'original' | 'final'

/** The path of the PDF. It contains the id of the record that the document belongs to, which may have been merged since. */
export const toFile = (customerId: string, documentId: string, role: FileRole, download = false) =>
  `/api/documents/${customerId}/${documentId}/${role}${download ? '?download=1' : ''}`

/** The route handler for the upload form. */
export const DOCUMENT_UPLOADS = '/api/documents'
