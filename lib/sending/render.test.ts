import { fillIn, toHtml } from './render'

const fill = { name: 'Maria', company: 'Retrato', documents: ['Contrato', 'Anexo'] }

it('replaces known placeholders, and keeps the link’s and unknown ones', () => {
  expect(fillIn('{{name}}, {{ company }}: {{documents}} {{link}} {{other}}', fill)).toBe(
    'Maria, Retrato: Contrato, Anexo {{link}} {{other}}',
  )
})

it('keeps the link’s placeholder in one spelling', () => {
  expect(fillIn('{{ link }}', fill)).toBe('{{link}}')
})

it.each([
  ['a name with the link’s placeholder', { name: '{{link}}' }, '{link}: Contrato, Anexo'],
  ['a name in more braces', { name: '{{{{link}}}}' }, '{link}: Contrato, Anexo'],
  ['a title with the name’s placeholder', { documents: ['{{name}}'] }, 'Maria: {name}'],
  [
    'a name of several lines',
    { name: 'Maria\r\nBcc: x@example.com\n\nAviso' },
    'Maria Bcc: x@example.com Aviso: Contrato, Anexo',
  ],
])('treats %s as plain text', (_, over, expected) => {
  expect(fillIn('{{name}}: {{documents}}', { ...fill, ...over })).toBe(expected)
})

test('a text that was typed in a browser keeps its paragraphs and its button', () => {
  const typed = fillIn('Olá, {{name}}!\r\n\r\n{{link}}\r\n\r\nEquipe\r\nRetrato', {
    name: 'Maria',
    company: 'Retrato',
    link: 'https://retrato.example/a/x',
  })
  expect(typed).not.toContain('\r')
  const html = toHtml(typed, { link: 'https://retrato.example/a/x', button: 'Abrir', footer: '', unsubscribe: '' })
  expect(html.match(/<p/g)).toHaveLength(4)
  expect(html).toMatch(/<p><a href="https:\/\/retrato.example\/a\/x"[^>]*>Abrir<\/a><\/p>/)
  expect(html).toContain('Equipe<br>Retrato')
})
