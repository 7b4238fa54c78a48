/** Limits of one upload and of one subject: a case, a send, or the customer itself. */
export const MAX_FILES = 10
export const MAX_FILE_MB = 25
export const MAX_PER_SUBJECT = 100
