/** The source of purchases and credits that are recorded in this portal. */
export const PORTAL_SOURCE = 'portal'
