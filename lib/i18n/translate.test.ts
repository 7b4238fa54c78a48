import { createTranslator, type Messages } from 'use-intl/core'
import { LOCALES } from './locale'
import { messagesIn } from './messages'
import { cachedTranslator } from './translate'

type Tree = { [key: string]: string | Tree }
type Loose = (key: string, values?: Record<string, string | number>) => string

const keysOf = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`),
  )

const argumentsOf = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map((m) => m[1]!)

const LANGUAGES = LOCALES.map((locale) => [locale, messagesIn(locale)] as const)

function both(locale: string, messages: Messages) {
  const onError = (error: Error) => {
    throw error
  }
  const library = createTranslator<Messages>({ locale, messages, timeZone: 'America/Sao_Paulo', onError })
  return {
    library: library as Loose & typeof library,
    cached: cachedTranslator(library, locale) as Loose & typeof library,
  }
}

describe.each(LANGUAGES)('the texts in %s', (locale, messages) => {
  it('equal the library’s, on the first call and on later ones', () => {
    const { library, cached } = both(locale, messages)
    const different = keysOf(messages).filter((key) => {
      const names = argumentsOf(String(library.raw(key as never)))
      return [1, 1234].some((count) => {
        const values = names.length ? Object.fromEntries(names.map((name) => [name, count])) : undefined
        return [cached(key, values), cached(key, values)].some((text) => text !== library(key, values))
      })
    })
    expect(different).toEqual([])
  })
})

it('throws on an unknown key and on a missing value', () => {
  const { cached } = both('en', messagesIn('en'))
  expect(() => cached('nowhere.at.all')).toThrow(/nowhere/)
  const needy = keysOf(messagesIn('en')).find((key) => argumentsOf(String(cached.raw(key as never))).length)!
  expect(() => cached(needy)).toThrow(/not provided/)
})
