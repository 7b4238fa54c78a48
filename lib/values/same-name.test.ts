import { isSameName } from './same-name'

test.each([
  ['Maria Clara Antunes', 'Maria Clara Antunes'],
  ['maria clara ANTUNES', 'Maria Clara Antunes'],
  ['José da Conceição', 'Jose Conceicao'],
  ['Maria Antunes', 'Maria Clara Antunes'],
  ['Maria Clara', 'Maria Clara Antunes'],
  ['Maria C. Antunes', 'Maria Clara Antunes'],
  ['Maria Clara Antunes de Souza', 'Maria Clara Antunes'],
  ['Maria Clara Antunez', 'Maria Clara Antunes'],
  ['João D’Ávila Neto', 'Joao Avila Neto'],
  ['Αλέξης Παπαδόπουλος', 'Αλεξης Παπαδοπουλος'],
  ['Zuleica', 'Zuleica'],
])('“%s” can be “%s”', (typed, registered) => {
  expect(isSameName(typed, registered)).toBe(true)
  expect(isSameName(registered, typed)).toBe(true)
})

test.each([
  ['João Pereira', 'Maria Clara Antunes'],
  ['Maria Souza', 'Maria Clara Antunes'],
  ['Clara Antunes', 'Maria Clara Antunes'],
  ['Maria', 'Maria Clara Antunes'],
  ['M. C. A.', 'Maria Clara Antunes'],
  ['Antunes Maria', 'Maria Clara Antunes'],
  ['Maria Lima', 'Maria Lins'],
  ['da de', 'Maria Clara'],
])('“%s” is not “%s”', (typed, registered) => {
  expect(isSameName(typed, registered)).toBe(false)
})
