import type { HistoryItem } from '@/lib/history/list'
import { i18n } from '@/lib/i18n/translator'
import { aboutWords } from './history-words'

const item = (over: Partial<HistoryItem>): HistoryItem => ({
  seq: 1,
  at: new Date(),
  actor: null,
  event: 'message.sent',
  subject: null,
  changes: [],
  details: {},
  customerId: '',
  denied: false,
  ...over,
})

it.each([
  [
    'a journey and its message of one name once',
    { details: { channel: 'sms', journey: 'Ofertas do mês', message: 'Ofertas do mês' } },
    'SMS · Ofertas do mês',
  ],
  [
    'what was tried and refused',
    { event: 'access.denied', details: { wanted: 'section.history', permission: 'history.read' } },
    'Histórico',
  ],
  [
    'which contact was revealed',
    { event: 'personal.revealed', subject: 'point:1', details: { channel: 'mobile' } },
    'Celular · contato',
  ],
] as const)('says %s', (_what, over, words) => {
  expect(aboutWords(item(over), i18n('pt-BR'))).toBe(words)
})
