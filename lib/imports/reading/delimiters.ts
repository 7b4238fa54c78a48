import type { ImportDialect } from '@/db/schema/imports'

/** The delimiters of files, and their names in forms and texts in the same order. */
export const DELIMITERS = [';', ',', '\t', '|'] as const satisfies ImportDialect['delimiter'][]
export const DELIMITER_NAMES = ['semicolon', 'comma', 'tab', 'pipe'] as const

export const delimiterName = (delimiter: ImportDialect['delimiter']) => DELIMITER_NAMES[DELIMITERS.indexOf(delimiter)]!
