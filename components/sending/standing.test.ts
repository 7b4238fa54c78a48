import { i18n } from '@/lib/i18n/translator'
import { standing } from './standing'

const blocked = { rule: 'point_blocked', at: new Date('2026-11-10T12:00:00Z'), overridable: true } as const

it.each([
  [
    'pt-BR',
    'Este contato não permite envios: o sino está desligado. Desde 10/11/2026. A mensagem só vai com justificativa.',
  ],
  [
    'es',
    'Este contacto no permite envíos: la campana está apagada. Desde el 10/11/26. El mensaje solo sale con una justificación.',
  ],
  [
    'en',
    'This contact point does not allow sending: its bell is off. Since 11/10/26. The message goes only with a reason.',
  ],
] as const)('says why, since when, and what lifts it in %s', (locale, words) => {
  expect(standing(blocked, true, i18n(locale))).toBe(words)
})

it('mentions the override only to viewers with permission, for objections that can be overridden', () => {
  const texts = i18n('pt-BR')
  expect(standing(blocked, false, texts)).toMatch(/Desde 10\/11\/2026\.$/)
  expect(standing({ rule: 'other_channel', overridable: false }, true, texts)).toBe('Esta mensagem é de outro canal.')
  expect(standing(null, true, texts)).toBe('Envio permitido.')
})
