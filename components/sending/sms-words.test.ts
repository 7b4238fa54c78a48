import { i18n } from '@/lib/i18n/translator'
import { smsTexts, smsWords } from './sms-words'

it.each([
  ['pt-BR', 'Olá', 'Partes do SMS: 1 (3 de 70 caracteres). Por causa de “á”, cabem menos caracteres em cada parte.'],
  ['pt-BR', 'a'.repeat(161), 'Partes do SMS: 2 (161 de 306 caracteres).'],
  [
    'en',
    `ã${'a'.repeat(70)}`,
    'SMS parts: 2 (71 of 134 characters). Because of “ã”, fewer characters fit in each part.',
  ],
] as const)('says the size of an SMS in %s', (locale, text, words) => {
  expect(smsWords(text, smsTexts(i18n(locale).t))).toBe(words)
})
