/** The placeholders of a rule's message. Anything else in braces is refused as a typing error. */
export const PLACEHOLDERS = ['name', 'store', 'seller', 'company', 'credit'] as const

export type MessageValues = Record<(typeof PLACEHOLDERS)[number], string>

const namesIn = (text: string) => [...text.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map(([, named]) => named)

export const hasOnlyPlaceholders = (text: string): boolean =>
  namesIn(text).every((named) => PLACEHOLDERS.some((known) => known === named))

/** Replaces the placeholders. Values cannot contain line breaks or placeholders: a customer may be called `{{credit}}`. */
export const fillMessage = (template: string, values: MessageValues): string =>
  template.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? plain(values[name as keyof MessageValues]) : whole,
  )

const plain = (value: string): string => value.replace(/\s+/g, ' ').replace(/([{}])\1+/g, '$1')
