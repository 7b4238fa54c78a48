export const toAcceptances = (customerId: string) => `/customers/${customerId}/acceptances`

export const toNewAcceptance = (customerId: string, documentId?: string, channel?: string) =>
  `${toAcceptances(customerId)}/new${documentId ? `?${new URLSearchParams({ document: documentId, ...(channel && { channel }) })}` : ''}`

export const toAcceptance = (customerId: string, acceptanceId: string) => `${toAcceptances(customerId)}/${acceptanceId}`

/** The requests that wait for a second person. */
export const APPROVALS = '/approvals'

export const toSigning = (token: string) => `/a/${token}`

export const toSigningFile = (token: string, role: 'original' | 'final', download = false) =>
  `/api/public/acceptance/${token}/${role}${download ? '?download=1' : ''}`

/** The route handler that hashes a file when the browser has no scripting. */
export const FILE_CHECKS = '/api/public/verify' as const

export const toVerify = (query: { protocol: string } | { sha256: string } | { problem: string }) =>
  `/verify?${new URLSearchParams(query)}`
