import { fillIn } from './render'

const fill = { name: 'Maria', company: 'Retrato', documents: ['Contrato', 'Anexo'] }

it('fills in what it knows, keeps the link’s place, and leaves the rest', () => {
  expect(fillIn('{{name}}, {{ company }}: {{documents}} {{link}} {{other}}', fill)).toBe(
    'Maria, Retrato: Contrato, Anexo {{link}} {{other}}',
  )
})

it('keeps one spelling of the link’s place', () => {
  expect(fillIn('{{ link }}', fill)).toBe('{{link}}')
})

it.each([
  ['a name that asks for the link', { name: '{{link}}' }, '{link}: Contrato, Anexo'],
  ['a name in more braces', { name: '{{{{link}}}}' }, '{link}: Contrato, Anexo'],
  ['a title that asks for the name', { documents: ['{{name}}'] }, 'Maria: {name}'],
  [
    'a name of several lines',
    { name: 'Maria\r\nBcc: x@example.com\n\nAviso' },
    'Maria Bcc: x@example.com Aviso: Contrato, Anexo',
  ],
])('takes %s for words', (_, over, said) => {
  expect(fillIn('{{name}}: {{documents}}', { ...fill, ...over })).toBe(said)
})
