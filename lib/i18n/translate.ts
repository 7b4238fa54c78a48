import { IntlMessageFormat } from 'intl-messageformat'
import type { createTranslator, Messages } from 'use-intl/core'

type Translate = ReturnType<typeof createTranslator<Messages>>

/** What has an argument or an escaped character; any other text is shown as it stands. */
const MADE_OF_PARTS = /[{<]|'[}#|']/

/**
 * The same texts, each read once: the library looks for a text it has read by a key it makes out of all its formats, at every call.
 * Dates and times in a text would miss the time zone: they are given formatted.
 */
export function cachedTranslator(library: Translate, locale: string): Translate {
  const known = new Map<string, string | IntlMessageFormat>()
  const read = (key: string) => {
    const text = library.raw(key as Parameters<Translate['raw']>[0]) as string
    const made = MADE_OF_PARTS.test(text) ? new IntlMessageFormat(text, locale) : text
    known.set(key, made)
    return made
  }
  const t = (key: string, values?: Record<string, string | number>) => {
    const text = known.get(key) ?? read(key)
    return typeof text === 'string' ? text : String(text.format(values))
  }
  const { rich, markup, raw, has } = library
  return Object.assign(t, { rich, markup, raw, has }) as Translate
}
