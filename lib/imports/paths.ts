export const IMPORTS = '/imports'
export const NEW_IMPORT = '/imports/new'
/** Receives the file of the upload form. */
export const UPLOADS = '/api/imports'
export const toImport = (id: string) => `/imports/${id}`
/** The report of a finished import's rows, as a CSV. */
export const toReport = (id: string, outcome: 'rejected' | 'noted') => `/api/imports/${id}/${outcome}`
/** Asks whether an import should be undone. */
export const toUndo = (id: string) => `/imports/${id}/undo`
