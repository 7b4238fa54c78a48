import type { I18n } from '@/lib/i18n/translator'
import type { Objection } from '@/lib/sending/policy'

/**
 * Says whether sending to an address is allowed; if not, why, since when, and whether this viewer can override it with
 * a reason.
 */
export function standing(objection: Objection | null, mayOverride: boolean, { t, format }: I18n): string {
  if (!objection) return t('sending.standing.allowed')
  const why = t(`errors.sending.${objection.rule}`)
  const reason = objection.at
    ? t('sending.standing.since', { reason: why, date: format.dateTime(objection.at, { dateStyle: 'short' }) })
    : why
  return objection.overridable && mayOverride ? t('sending.standing.liftable', { reason }) : reason
}
