import { emailKey, parseEmail } from './emails'

it.each([
  ['Maria@Example.com', 'maria@example.com'],
  ['mailto:maria@example.com', 'maria@example.com'],
  ['josé@example.com', 'josé@example.com'],
  ['jose\u0301@example.com', 'josé@example.com'],
  ['contato@açaí-exemplo.com.br', 'contato@açaí-exemplo.com.br'],
  ['contato@AÇAÍ-exemplo.com.br', 'contato@açaí-exemplo.com.br'],
  ['иван@пример.example', 'иван@пример.example'],
  ['\u200bmaria@example.com\u200f', 'maria@example.com'],
])('reads %p', (text, normalized) => {
  expect(parseEmail(text)?.normalized).toBe(normalized)
})

it('gives both spellings of a domain one form', () => {
  const typed = parseEmail('contato@açaí-exemplo.com.br')!.normalized
  const punycode = `contato@${new URL('http://açaí-exemplo.com.br').hostname}`
  expect(parseEmail(punycode)?.normalized).toBe(typed)
  expect(emailKey(punycode)).toBe(typed)
})

it.each([
  '',
  'maria',
  '@example.com',
  'maria@',
  'maria@example',
  'ma ria@example.com',
  'a@b@example.com',
  'a..b@example.com',
  '<a@example.com>',
  'a@exam ple.com',
])('refuses %p', (text) => {
  expect(parseEmail(text)).toBeNull()
})
