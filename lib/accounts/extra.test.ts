import { extraText, parseExtra } from './extra'

it('reads one value from each line and writes the same lines again', () => {
  const extra = parseExtra('Limite: 2.500,00\n\n Hora :  10:30 \n')
  expect(extra).toEqual({ Limite: '2.500,00', Hora: '10:30' })
  expect(parseExtra(extraText(extra!))).toEqual(extra)
})

it.each([
  ['a line without a colon', 'Limite'],
  ['a line without a value', 'Limite: '],
  ['a line without a name', ' : 3'],
  ['a name that is repeated', 'A: 1\nA: 2'],
  ['a name that is too long', `${'x'.repeat(61)}: 1`],
  ['a value that is too long', `A: ${'x'.repeat(301)}`],
  ['too many lines', Array.from({ length: 51 }, (_, at) => `n${at}: 1`).join('\n')],
])('refuses %s', (_title, text) => {
  expect(parseExtra(text)).toBeNull()
})
