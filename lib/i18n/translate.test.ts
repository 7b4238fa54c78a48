import { createTranslator, type Messages } from 'use-intl/core'
import en from './messages/en'
import es from './messages/es'
import ptBR from './messages/pt-BR'
import { cachedTranslator } from './translate'

type Tree = { [key: string]: string | Tree }
type Loose = (key: string, values?: Record<string, string | number>) => string

const keysOf = (tree: Tree, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`),
  )

const argumentsOf = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map((m) => m[1]!)

const LANGUAGES: [string, typeof ptBR][] = [
  ['pt-BR', ptBR],
  ['es', es],
  ['en', en],
]

function both(locale: string, messages: typeof ptBR) {
  const onError = (error: Error) => {
    throw error
  }
  const library = createTranslator<Messages>({ locale, messages, timeZone: 'America/Sao_Paulo', onError })
  return {
    library: library as Loose & typeof library,
    once: cachedTranslator(library, locale) as Loose & typeof library,
  }
}

describe.each(LANGUAGES)('the texts in %s', (locale, messages) => {
  it('equal the library’s, on the first call and on later ones', () => {
    const { library, once } = both(locale, messages)
    const different = keysOf(messages).filter((key) => {
      const names = argumentsOf(String(library.raw(key as never)))
      return [1, 1234].some((count) => {
        const values = names.length ? Object.fromEntries(names.map((name) => [name, count])) : undefined
        return [once(key, values), once(key, values)].some((text) => text !== library(key, values))
      })
    })
    expect(different).toEqual([])
  })
})

it('throws on an unknown key and on a missing value', () => {
  const { once } = both('en', en)
  expect(() => once('nowhere.at.all')).toThrow(/nowhere/)
  const needy = keysOf(en).find((key) => argumentsOf(String(once.raw(key as never))).length)!
  expect(() => once(needy)).toThrow(/not provided/)
})
