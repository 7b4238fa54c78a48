import { messagesIn } from './messages'
import * as all from './messages/all'

type Tree = { [key: string]: string | Tree }

const flat = (tree: Tree, path = ''): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  )

/** The names of a message's arguments, whatever their order. */
const argumentsOf = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((m) => m[1]))].sort()

const reference = flat(messagesIn('pt-BR'))

describe.each([
  ['es', flat(messagesIn('es'))],
  ['en', flat(messagesIn('en'))],
])('the texts in %s', (_locale, texts) => {
  it('have exactly the keys of the Portuguese messages', () => {
    expect([...texts.keys()].sort()).toEqual([...reference.keys()].sort())
  })

  it('take the same arguments', () => {
    const different = [...reference].filter(
      ([key, text]) => argumentsOf(text).join() !== argumentsOf(texts.get(key) ?? '').join(),
    )
    expect(different.map(([key]) => key)).toEqual([])
  })

  it('contain no date or time formats', () => {
    expect([...texts].filter(([, text]) => /, *(date|time)/.test(text))).toEqual([])
  })

  it('are not empty', () => {
    expect([...texts].filter(([, text]) => !text.trim())).toEqual([])
  })
})

it.each(['flash', 'auditEvents'] as const)('no two subjects have the same key under %s', (place) => {
  const keys = Object.values(all).flatMap(({ 'pt-BR': texts }) => {
    const contributed = (texts as Record<string, Tree | undefined>)[place] ?? {}
    return place === 'flash' ? Object.keys(contributed) : [...flat(contributed).keys()]
  })
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})
