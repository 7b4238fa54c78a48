import { i18n } from '@/lib/i18n/translator'
import { REASON_LEVELS, type PairReason } from './engine/types'
import { probabilityWords, reasonWords } from './words'

const named = (name: string, type: string | null = null) => ({ name, document: type ? { type } : null })
const ANA = [named('Ana Souza', 'cpf'), named('Anna Souza', 'cpf')] as const
const reason = (field: string, level: string) => ({ field, level, weight: 1 }) as PairReason
const pt = i18n('pt-BR')

it.each(['pt-BR', 'es', 'en'] as const)('says every reason in words in %s', (locale) => {
  const reasons = Object.entries(REASON_LEVELS).flatMap(([field, levels]) =>
    levels.map((level) => reason(field, level)),
  )
  const words = reasons.map((one) => reasonWords(one, ANA, i18n(locale).t))
  expect(words.filter((text) => !text.trim() || text.includes('{'))).toEqual([])
  expect(new Set(words).size).toBe(reasons.length)
})

it('names the two words that are similar, and the type of the document', () => {
  expect(reasonWords(reason('given_name', 'similar'), ANA, pt.t)).toBe('nome parecido: Ana/Anna')
  expect(reasonWords(reason('family_name', 'similar'), ANA, pt.t)).toBe('sobrenome parecido')
  expect(reasonWords(reason('document', 'same'), ANA, pt.t)).toBe('mesmo CPF')
  expect(reasonWords(reason('document', 'same'), [named('Ana', 'passport'), named('Ana')], pt.t)).toBe(
    'mesmo documento',
  )
})

it.each([
  [0.5, /50\s?% · possível/],
  [0.8999, /89\s?% · provável/],
  [0.95, /95\s?% · muito provável/],
  [1, /99\s?% · muito provável/],
])('shows the probability %d in per cent and in words', (probability, words) => {
  expect(probabilityWords(probability, pt)).toMatch(words)
})
