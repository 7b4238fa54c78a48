import type { Tone } from '@/components/ui/chip'
import { env } from '@/lib/env'
import type { I18n } from '@/lib/i18n/translator'
import { type PipelinePosition, type PipelineStatus, PIPELINE_STATUSES, positionText } from '@/lib/pipeline/position'
import type { SubStatus } from '@/lib/pipeline/sub-statuses'
import { wallTimeAt } from '@/lib/values/wall-time'

export const STATUS_TONES: Record<PipelineStatus, Tone> = {
  new: 'neutral',
  in_progress: 'accent',
  won: 'ok',
  lost: 'bad',
}

/** "Em progresso · Proposta enviada" */
export const positionWords = (status: PipelineStatus, subStatus: string | null, { t }: Pick<I18n, 't'>): string =>
  [t(`pipeline.statuses.${status}`), subStatus].filter(Boolean).join(' · ')

type Planned = { dueAt: Date | string; timeZone: string }

/** The date and time that the clocks of the zone show when the change happens, and the zone unless it is the company's. */
export function whenWords({ dueAt, timeZone }: Planned, { format, t }: Pick<I18n, 'format' | 't'>): string {
  const shown = new Date(`${wallTimeAt(new Date(dueAt), timeZone)}Z`)
  const when = format.dateTime(shown, 'dayTime', { timeZone: 'UTC' })
  return timeZone === env().COMPANY_TIME_ZONE ? when : t('pipeline.whenZone', { when, zone: zoneName(timeZone) })
}

/** The day on which the change happens, on the clocks of its zone. */
export const dayWords = ({ dueAt, timeZone }: Planned, { format }: Pick<I18n, 'format'>): string =>
  format.dateTime(new Date(`${wallTimeAt(new Date(dueAt), timeZone)}Z`), 'day', { timeZone: 'UTC' })

export const zoneName = (timeZone: string): string => timeZone.replaceAll('_', ' ')

/** A choice for each status and each of its sub-statuses that is offered, or that the customer has. */
export function positionOptions(
  subStatuses: readonly SubStatus[],
  current: PipelinePosition | null,
  { t }: Pick<I18n, 't'>,
): { value: string; label: string }[] {
  return PIPELINE_STATUSES.flatMap((status) => [
    { value: status, label: t(`pipeline.statuses.${status}`) },
    ...subStatuses
      .filter((one) => one.status === status && (!one.retiredAt || one.id === current?.subStatusId))
      .map(({ id, name }) => ({
        value: positionText({ status, subStatusId: id }),
        label: positionWords(status, name, { t }),
      })),
  ])
}
