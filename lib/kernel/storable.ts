/** A text as Postgres can keep it: without null characters, which no keyboard types, and without halves of a character. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()
