export const EXPORTS = '/exports'
/** The page of one export, with its progress. */
export const toExport = (id: string) => `${EXPORTS}/${id}`
/** The file of a finished export. */
export const toExportFile = (id: string) => `/api/exports/${id}`

/** The form that exports a report; `query` is that of the report's address. */
export const toNewExport = (query: string) => `${EXPORTS}/new?${new URLSearchParams({ query })}`
