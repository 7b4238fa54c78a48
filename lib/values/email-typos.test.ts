import { correctedEmail } from './email-typos'

it.each([
  ['ana@gmial.com', 'ana@gmail.com'],
  ['Ana.Souza@GMIAL.com', 'Ana.Souza@gmail.com'],
  ['ana@gmail.con', 'ana@gmail.com'],
  ['ana@gmai.com', 'ana@gmail.com'],
  ['ana@gmaill.com', 'ana@gmail.com'],
  ['ana@hotmial.com', 'ana@hotmail.com'],
  ['ana@hotnail.com.br', 'ana@hotmail.com.br'],
  ['ana@outlok.com', 'ana@outlook.com'],
  ['ana@yaho.com.br', 'ana@yahoo.com.br'],
  ['ana@iclould.com', 'ana@icloud.com'],
  ['ana@uol.com.b', 'ana@uol.com.br'],
])('offers for %s the address %s', (typed, meant) => {
  expect(correctedEmail(typed)).toBe(meant)
})

it.each([
  'ana@gmail.com',
  'ana@ymail.com',
  'ana@mail.com',
  'ana@uol.com.br',
  'ana@live.com.br',
  'ana@empresa.com.br',
  'ana@example.com',
  'ana@gmx.com',
  'ana@ig.com.br',
  'ana',
  '@gmial.com',
])('offers nothing for %s', (typed) => {
  expect(correctedEmail(typed)).toBeNull()
})
