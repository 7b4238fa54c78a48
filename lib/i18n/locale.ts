/** The languages of the interface. */
export type Locale = 'pt-BR' | 'es' | 'en'
