import { zoneName } from '@/components/pipeline/words'
import { env } from '@/lib/env'
import { countryName } from '@/lib/i18n/countries'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import { firstKnown } from './known-words'

/** Where the texts of a coded field are. */
const TEXTS: Record<string, readonly string[]> = {
  kind: ['customers.kinds', 'sending.states'],
  sex: ['customers.sexes'],
  documentType: ['customers.documentTypes'],
  role: ['users.roles', 'documents.roles'],
  scope: ['users.scopes'],
  locale: ['users.locales'],
  channel: ['contacts.channel', 'sending.channels'],
  preference: ['consents.preference'],
  purpose: ['consents.purpose'],
  fileType: ['attachments.types'],
  origin: ['consents.origin'],
  failure: ['sending.failures'],
  caseState: ['cases.states'],
  entryMethod: ['acquisition.methods'],
  pipelineStatus: ['pipeline.statuses'],
  phase: ['cases.phases'],
  priority: ['cases.priorities'],
  relation: ['related.tags'],
  ruleKind: ['agenda.rules.kinds'],
  means: ['agenda.means'],
  situation: ['agenda.situations', 'purchases.situations'],
  feedback: ['agenda.feedbacks'],
  purchaseSituation: ['purchases.situations'],
  exclusionReason: ['purchases.exclusionReasons'],
}

/** Fields with several values, which the history separates by commas. */
const LISTS = new Set(['relation'])

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DECIMAL = /^-?\d+(\.\d+)?$/
/** A time on the clocks of a zone, such as `2026-12-09 09:00 America/Sao_Paulo`. */
const WALL_TIME = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) (\S+)$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** A value of the history in words: dates, countries, stars and codes in the viewer's language. Other values are returned unchanged. */
export function valueWords(field: string, value: string | null, i18n: I18n): string {
  if (value === null) return '—'
  if (LISTS.has(field) && value.includes(', '))
    return value
      .split(', ')
      .map((one) => valueWords(field, one, i18n))
      .join(', ')
  const { t, format, locale } = i18n
  if (DAY.test(value)) return formatDay(value, i18n)
  if (field === 'scheduledFor') return wallTimeWords(value, i18n)
  if (INSTANT.test(value)) return format.dateTime(new Date(value), 'dayTime')
  if (/country$/i.test(field)) return countryName(value, locale)
  if (field === 'amount' && DECIMAL.test(value)) return decimalWords(value, i18n)
  if (field === 'rating') return t('profile.rate', { stars: Number(value) })
  const places = TEXTS[field]?.map((place) => `${place}.${value}`) ?? []
  return firstKnown(i18n, ...places) ?? value
}

/** An amount with all decimals that were recorded, as its currency has them: `1234.50` is `1.234,50`. */
function decimalWords(value: string, { format }: I18n): string {
  const digits = value.split('.')[1]?.length ?? 0
  return format.number(Number(value), { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** The date and time as the clocks of the zone show them, and the zone unless it is the company's. */
function wallTimeWords(value: string, { t, format }: I18n): string {
  const [, day, time, zone] = WALL_TIME.exec(value) ?? []
  if (!day || !time || !zone) return value
  const when = format.dateTime(new Date(`${day}T${time}Z`), 'dayTime', { timeZone: 'UTC' })
  return zone === env().COMPANY_TIME_ZONE ? when : t('pipeline.whenZone', { when, zone: zoneName(zone) })
}
