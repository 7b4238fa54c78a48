import type { DayRow } from '@/components/ui/day-rows'
import type { I18n } from '@/lib/i18n/translator'
import type { TimelineEvent } from '@/lib/timeline/list'
import type { TimelineKind } from '@/lib/timeline/contributions'

/** An event of one kind, or of all kinds. */
export type EventOf<K extends TimelineKind = TimelineKind> = Extract<TimelineEvent, { kind: K }>

/** What every row has. `customerId` is the surviving record, which is in the addresses of pages. */
export type RowProps<K extends TimelineKind> = { event: EventOf<K>; customerId: string; i18n: I18n }

/** The part of a row that depends on the kind of its event. */
export type RowParts = Pick<DayRow, 'icon' | 'title' | 'note' | 'to' | 'end'>
