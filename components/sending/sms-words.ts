import type { I18n } from '@/lib/i18n/translator'
import { measureSms } from '@/lib/values/sms-parts'

/** The sentences about the parts of an SMS, with their placeholders: client components do not import messages. */
export const smsTexts = (t: I18n['t']) => ({
  size: t('sending.sms.size', { parts: '{parts}', places: '{places}', capacity: '{capacity}' }),
  forced: t('sending.sms.forced', { characters: '{characters}' }),
})

export type SmsTexts = ReturnType<typeof smsTexts>

const CHARACTERS_MAX = 8

/** In how many parts a text is sent, and the characters that shorten each part. */
export function smsWords(text: string, { size, forced }: SmsTexts): string {
  const { parts, places, placesOfPart, forcedBy } = measureSms(text)
  const values = { parts, places, capacity: parts * placesOfPart }
  const counted = size.replace(/\{(\w+)\}/g, (_, key: keyof typeof values) => String(values[key]))
  const characters = forcedBy.slice(0, CHARACTERS_MAX).map((one) => `“${one}”`)
  return forcedBy.length ? `${counted} ${forced.replace('{characters}', characters.join(', '))}` : counted
}
