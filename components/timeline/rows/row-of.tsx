import type { DayRow } from '@/components/ui/day-rows'
import type { I18n } from '@/lib/i18n/translator'
import type { Entry } from '../collapse-edits'
import { acceptanceRow } from './acceptance'
import { agendaRow } from './agenda'
import { acquisitionRow } from './acquisition'
import { attachmentRow } from './attachment'
import { caseRow } from './case'
import { conversationRow } from './conversation'
import { documentRow } from './document'
import { editRow } from './edit'
import { messageRow } from './message'
import { noteRow } from './note'
import { preferenceRow } from './preference'
import { purchaseRow } from './purchase'
import type { RowParts } from './props'

/** The row of an event of the timeline; one line for each kind. */
export function rowOf({ event, others }: Entry, customerId: string, i18n: I18n): DayRow {
  const parts = partsOf({ event, others }, customerId, i18n)
  const recorded = recordedWords(event, i18n)
  return {
    id: [event.kind, event.event, event.id, ...(event.kind === 'edits' ? [event.customerId] : [])].join('-'),
    at: event.occurredAt,
    ...parts,
    note: recorded ? [parts.note, recorded].filter(Boolean).join(' · ') : parts.note,
  }
}

function partsOf({ event, others }: Entry, customerId: string, i18n: I18n): RowParts {
  const rest = { customerId, i18n }
  switch (event.kind) {
    case 'messages':
      return messageRow({ event, ...rest })
    case 'conversations':
      return conversationRow({ event, ...rest })
    case 'documents':
      return documentRow({ event, ...rest })
    case 'acceptances':
      return acceptanceRow({ event, ...rest })
    case 'attachments':
      return attachmentRow({ event, ...rest })
    case 'agenda':
      return agendaRow({ event, ...rest })
    case 'cases':
      return caseRow({ event, ...rest })
    case 'purchases':
      return purchaseRow({ event, ...rest })
    case 'notes':
      return noteRow({ event, ...rest })
    case 'preferences':
      return preferenceRow({ event, ...rest })
    case 'acquisition':
      return acquisitionRow({ event, ...rest })
    case 'edits':
      return editRow({ event, ...rest }, others)
  }
}

const HOUR_MS = 3_600_000

/** When an event was recorded, if that was not within an hour of when it happened. */
export function recordedWords(
  { occurredAt, recordedAt }: Pick<Entry['event'], 'occurredAt' | 'recordedAt'>,
  { t, format }: I18n,
): string | null {
  if (Math.abs(recordedAt.getTime() - occurredAt.getTime()) < HOUR_MS) return null
  return t('timeline.recordedAt', { at: format.dateTime(recordedAt, 'dayTime') })
}
