import { z } from 'zod'
import { AGENDA_RULE_KINDS } from '@/db/schema/agenda'
import { hasOnlyPlaceholders } from '@/lib/agenda/message'
import { EMPTY_REPORT, reportOf, reportQuery } from '@/lib/reports/customer-filter/schema'
import { requiredText, uuid, version } from '@/lib/values/fields'

export const KINDS = AGENDA_RULE_KINDS
type Kind = (typeof KINDS)[number]

export const NAME_MAX = 80
export const MESSAGE_MAX = 1_000

/** The least number of days of a rule. A purchase on the same day is no reason to contact somebody. */
const DAYS_MIN: Record<Kind, number> = {
  birthday: 0,
  after_purchase: 1,
  credit_expiring: 0,
  no_purchase: 1,
  campaign: 0,
}

const number = (min: number, max: number) =>
  z.coerce.number({ error: 'invalid' }).int('invalid').min(min, 'agenda.days_needed').max(max, 'invalid')

const content = {
  name: requiredText(NAME_MAX, 'agenda.no_rule_name'),
  days: number(0, 3_650),
  openDays: number(1, 90),
  message: requiredText(MESSAGE_MAX, 'agenda.no_message').refine(hasOnlyPlaceholders, 'agenda.unknown_placeholder'),
  /** The query of a customer filter; only campaigns have one. */
  filter: z.string().max(2_000, 'too_long').nullish(),
}

export const newRule = z.strictObject({ kind: z.enum(KINDS, { error: 'required' }), ...content })

const one = { ruleId: uuid, version }

export const ruleChange = z.strictObject({ ...one, ...content })

export const oneRule = z.strictObject(one)

type Content = { days: number; filter?: string | null | undefined }

/** The days and the filter of a rule of this kind, or an error code by field. */
export function contentFor(
  kind: Kind,
  { days, filter }: Content,
): { ok: true; value: { days: number; filter: string | null } } | { ok: false; fields: Record<string, string> } {
  if (kind !== 'campaign')
    return days < DAYS_MIN[kind]
      ? { ok: false, fields: { days: 'agenda.days_needed' } }
      : { ok: true, value: { days, filter: null } }
  const report = filter ? reportOf(filter) : null
  const hasCondition = report && Object.values(report.filter).some((value) => value !== undefined)
  if (!hasCondition) return { ok: false, fields: { filter: 'agenda.bad_filter' } }
  return { ok: true, value: { days: 0, filter: reportQuery({ ...EMPTY_REPORT, filter: report.filter }) } }
}
