import { i18n } from '@/lib/i18n/translator'
import { valueWords } from './value-words'

it.each([
  ['birthOn', '1995-11-02', '02/11/1995'],
  ['expiresAt', '2026-11-28T15:04:00.000Z', '28/11/2026, 12:04'],
  ['documentCountry', 'BR', 'Brasil'],
  ['sex', 'female', 'Feminino'],
  ['rating', '1', '1 estrela'],
  ['purchaseSituation', 'delivered', 'Entregue'],
  ['situation', 'invoiced', 'Faturada'],
  ['exclusionReason', 'freight', 'Frete'],
  ['amount', '1234.50', '1.234,50'],
  ['amount', '15000', '15.000'],
  ['scheduledFor', '2026-12-09 09:00 America/Sao_Paulo', '09/12/2026, 09:00'],
  ['scheduledFor', '2026-12-09 09:00 America/New_York', '09/12/2026, 09:00 (America/New York)'],
  ['name', 'BR', 'BR'],
  ['howMet', 'female', 'female'],
  ['name', null, '—'],
])('shows the %s %s as %s', (field, value, words) => {
  expect(valueWords(field, value, i18n('pt-BR'))).toBe(words)
})

it('uses the language of the viewer', () => {
  expect([valueWords('birthOn', '1995-11-02', i18n('en')), valueWords('country', 'DE', i18n('es'))]).toEqual([
    'Nov 2, 1995',
    'Alemania',
  ])
})
