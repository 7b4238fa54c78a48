import type { I18n } from '@/lib/i18n/translator'
import { measureSms } from '@/lib/values/sms-parts'

/** The sentences about the parts of an SMS, with their placeholders: client components do not import messages. */
export const smsTexts = (t: I18n['t']) => ({
  size: t('sending.sms.size', { parts: '{parts}', units: '{units}', capacity: '{capacity}' }),
  forced: t('sending.sms.forced', { characters: '{characters}' }),
})

export type SmsTexts = ReturnType<typeof smsTexts>

const CHARACTERS_MAX = 8

/** In how many parts a text is sent, and the characters that shorten each part. */
export function smsWords(text: string, { size, forced }: SmsTexts): string {
  const { parts, units, unitsPerPart, ucs2Characters } = measureSms(text)
  const values = { parts, units, capacity: parts * unitsPerPart }
  const counted = size.replace(/\{(\w+)\}/g, (_, key: keyof typeof values) => String(values[key]))
  const characters = ucs2Characters.slice(0, CHARACTERS_MAX).map((one) => `“${one}”`)
  return ucs2Characters.length ? `${counted} ${forced.replace('{characters}', characters.join(', '))}` : counted
}
