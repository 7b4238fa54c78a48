import { i18n } from '@/lib/i18n/translator'
import { describeObjection } from './describe-objection'

const blocked = { rule: 'point_blocked', at: new Date('2026-11-10T12:00:00Z'), overridable: true } as const

it.each([
  ['pt-BR', 'Envios bloqueados desde 10/11/2026. Você só pode enviar com uma justificativa.'],
  ['es', 'Envíos bloqueados desde el 10/11/2026. Solo puede enviarlo con una justificación.'],
  ['en', 'Messages blocked since Nov 10, 2026. You can send it only if you give a reason.'],
] as const)('says why, since when, and what lifts it in %s', (locale, words) => {
  expect(describeObjection(blocked, true, i18n(locale))).toBe(words)
})

it('mentions the override only to viewers with permission, for objections that can be overridden', () => {
  const texts = i18n('pt-BR')
  expect(describeObjection(blocked, false, texts)).toBe('Envios bloqueados desde 10/11/2026.')
  expect(describeObjection({ rule: 'other_channel', overridable: false }, true, texts)).toBe(
    'Esta mensagem é de outro canal.',
  )
  expect(describeObjection(null, true, texts)).toBe('Envio permitido.')
})
