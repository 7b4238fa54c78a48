import { IntlMessageFormat } from 'intl-messageformat'
import type { createTranslator, Messages } from 'use-intl/core'

type Translate = ReturnType<typeof createTranslator<Messages>>

/** Matches a text with an argument, a tag or an escaped character; any other text is returned unchanged. */
const MADE_OF_PARTS = /[{<]|'[}#|']/

/**
 * The same translator with each text parsed once: the library's own cache builds its key from all formats at every call.
 * Texts take dates and times as formatted strings, because the parsed texts do not know the time zone.
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
