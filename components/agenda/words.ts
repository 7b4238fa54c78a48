import type { Tone } from '@/components/ui/chip'
import type { Situation } from '@/lib/agenda/idle'
import type { ReasonView } from '@/lib/agenda/queries/reasons'
import type { ReservationView } from '@/lib/agenda/queries/reservations'
import { causeLabel, type ReasonStatus } from '@/lib/agenda/reason-status'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'

export const REASON_TONES: Record<ReasonStatus, Tone> = {
  pending: 'accent',
  done: 'ok',
  lost: 'bad',
  returned: 'warn',
  cancelled: 'neutral',
}

export const SITUATION_TONES: Record<Situation, Tone> = {
  open: 'accent',
  success: 'ok',
  invalid_number: 'bad',
  no_answer: 'warn',
  auto_closed: 'neutral',
}

export const RESERVATION_TONES: Record<ReservationView['status'], Tone> = {
  waiting: 'accent',
  confirmed: 'ok',
  cancelled: 'neutral',
}

type Reason = Pick<ReasonView, 'status' | 'settledAt'>

/** The status in words, such as "Realizado em 28/11/2026". */
export const reasonStatusWords = ({ status, settledAt }: Reason, { t, format }: I18n): string =>
  status === 'done'
    ? t('agenda.statuses.done', { date: settledAt ? format.dateTime(settledAt, 'day') : '' })
    : t(`agenda.statuses.${status}`)

/**
 * Says why a reason was cancelled. If a person cancelled it, these are their words. If a system did, this is a label, and the detail is the
 * text that the system reported. Null without a cause.
 */
export function causeWords({ cause, settledBy }: Pick<ReasonView, 'cause' | 'settledBy'>, { t }: I18n) {
  if (!cause) return null
  if (settledBy) return { label: cause, detail: null }
  return { label: t(`agenda.causes.${causeLabel(cause)}`), detail: cause }
}

/** The days on which a reason is in the agenda. */
export const periodWords = ({ opensOn, closesOn }: Pick<ReasonView, 'opensOn' | 'closesOn'>, i18n: I18n): string =>
  opensOn === closesOn
    ? formatDay(opensOn, i18n)
    : i18n.t('agenda.period', { from: formatDay(opensOn, i18n), to: formatDay(closesOn, i18n) })

/** A product, with its number if that is not one. */
export const productWords = ({ product, quantity }: Pick<ReservationView, 'product' | 'quantity'>, { t }: I18n) =>
  Number(quantity) === 1 ? product : t('reservations.quantity', { product, count: Number(quantity) })
