import { namesDiffer } from './names-differ'

const differ = (
  known: string,
  next: string,
  kind: 'person' | 'company' = 'person',
  preferredName: string | null = null,
) => namesDiffer({ name: known, preferredName }, next, kind)

it.each([
  ['another person', 'Ana Souza', 'Carlos Lima'],
  ['another person of the same family', 'Maria da Silva', 'José da Silva'],
  ['a brother', 'Fernanda Reis', 'Fernando Reis'],
  ['a short name', 'Ana Reis', 'Eva Reis'],
  ['a name in another script', 'Ana Reis', 'Анна Рейс'],
  ['only particles in common', 'Ana de Souza', 'Carlos de Lima'],
])('takes %s for a stranger', (_, known, next) => {
  expect(differ(known, next)).toBe(true)
  expect(differ(next, known)).toBe(true)
})

it.each([
  ['the same name in other letters', 'JOSÉ  GONÇALVES', 'Jose Goncalves'],
  ['more of the name', 'Maria Clara', 'Maria Clara Antunes'],
  ['the second given name first', 'Clara Antunes', 'Maria Clara Antunes'],
  ['a married name', 'Ana Souza', 'Ana Lima'],
  ['an initial', 'M. Antunes', 'Maria Antunes'],
  ['the words in another order', 'Souza, Ana', 'Ana Souza'],
  ['another spelling', 'Thiago Luís Prado', 'Tiago Luiz Prado'],
  ['a typing mistake in a long name', 'Guilherme Rocha', 'Guilehrme Rocha'],
  ['particles that are missing', 'Ana de Souza e Lima', 'Ana Souza Lima'],
])('takes %s for the same person', (_, known, next) => {
  expect(differ(known, next)).toBe(false)
  expect(differ(next, known)).toBe(false)
})

it('takes a name like the preferred name for the same person', () => {
  expect(differ('João Prado', 'Joana Prado')).toBe(true)
  expect(differ('João Prado', 'Joana Prado', 'person', 'Joana')).toBe(false)
})

it.each([
  ['Padaria do Zé Ltda', 'Padaria do Zé ME', false],
  ['Comércio Aurora Ltda', 'Aurora Alimentos SA', false],
  ['Padaria Aurora Ltda', 'Mercado Progresso Ltda', true],
  ['Ltda ME', 'Aurora Ltda', true],
])('compares companies by their telling words: %s and %s', (known, next, expected) => {
  expect(differ(known, next, 'company')).toBe(expected)
})
