import type { PointView } from '@/lib/contacts/view'
import type { I18n } from '@/lib/i18n/translator'

export const day = ({ format }: Pick<I18n, 'format'>, at: Date) => format.dateTime(at, 'day')

/** "bloqueado em 12/10/2025 por Júlia Ramos"; empty for a point that is allowed. */
export function blockedLine(i18n: I18n, { blockedAt, blockedBy, blockedIn }: PointView): string {
  if (!blockedAt) return ''
  const date = day(i18n, blockedAt)
  const line = blockedBy
    ? i18n.t('contacts.blockedOnBy', { date, who: blockedBy })
    : i18n.t('contacts.blockedOn', { date })
  return blockedIn ? `${line} (${fromLine(i18n, blockedIn)})` : line
}

/** The merged record that a point belongs to; empty for the customer's own. */
export const fromLine = ({ t }: Pick<I18n, 't'>, record: string | null | undefined): string =>
  record ? t('contacts.from', { record }) : ''

export function removedLine(i18n: I18n, { retiredAt, retiredBy }: PointView): string {
  if (!retiredAt) return ''
  const date = day(i18n, retiredAt)
  return retiredBy ? i18n.t('contacts.removedOnBy', { date, who: retiredBy }) : i18n.t('contacts.removedOn', { date })
}

/** Whether there are points that may be used and none of them is primary. */
export const lacksPrimary = (points: readonly PointView[]) =>
  points.some((p) => !p.blockedAt) && !points.some((p) => p.primary)

/** A point's value in the name of a control, with its channel: the same number may be a mobile and a WhatsApp. */
export const pointName = ({ t }: Pick<I18n, 't'>, { channel, value }: Pick<PointView, 'channel' | 'value'>): string =>
  channel === 'email' ? value : t('contacts.named', { value, channel: t(`contacts.channel.${channel}`) })
