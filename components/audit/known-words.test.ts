import { PERMISSIONS } from '@/lib/access/permissions'
import { i18n } from '@/lib/i18n/translator'
import { attemptWords } from './known-words'

it.each([
  ['contact.blocked', 'Contato bloqueado'],
  ['section.history', 'Histórico'],
  ['customers.read', 'ver clientes'],
  ['/(staff)/users/page', '/users'],
  ['/api/imports/[id]/rejected/route', '/api/imports/[id]/rejected'],
])('describes a refused %s as %s', (wanted, words) => {
  expect(attemptWords(wanted, i18n('pt-BR'))).toBe(words)
})

it('has a text for every permission', () => {
  expect(PERMISSIONS.filter((permission) => !i18n('pt-BR').t.has(`users.permissions.${permission}`))).toEqual([])
})
