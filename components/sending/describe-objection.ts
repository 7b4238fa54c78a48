import type { I18n } from '@/lib/i18n/translator'
import type { Objection } from '@/lib/sending/policy'

/**
 * Says whether sending to an address is allowed; if not, why, since when, and whether this viewer can override it with
 * a reason.
 */
export function describeObjection(objection: Objection | null, mayOverride: boolean, { t, format }: I18n): string {
  if (!objection) return t('sending.objection.allowed')
  const { rule, at } = objection
  const dated = `sending.dated.${rule}` as Parameters<typeof t>[0]
  const reason = at && t.has(dated) ? t(dated, { date: format.dateTime(at, 'day') }) : t(`errors.sending.${rule}`)
  return objection.overridable && mayOverride ? t('sending.objection.liftable', { reason }) : reason
}
