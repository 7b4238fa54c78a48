/** The languages of the interface. */
export const LOCALES = ['pt-BR', 'es', 'en'] as const

export type Locale = (typeof LOCALES)[number]
