import { acceptancesOnTimeline } from '@/lib/acceptances/timeline'
import { agendaOnTimeline } from '@/lib/agenda/timeline'
import { touchesOnTimeline } from '@/lib/acquisition/timeline'
import { attachmentsOnTimeline } from '@/lib/attachments/timeline'
import { casesOnTimeline } from '@/lib/cases/timeline'
import { consentsOnTimeline } from '@/lib/consents/timeline'
import { conversationsOnTimeline } from '@/lib/conversations/timeline'
import { documentsOnTimeline } from '@/lib/documents/timeline'
import { editsOnTimeline } from '@/lib/history/timeline'
import { messagesOnTimeline } from '@/lib/interactions/timeline'
import { notesOnTimeline } from '@/lib/notes/timeline'
import { purchasesOnTimeline } from '@/lib/purchases/timeline'

/** The kinds of events of the timeline, one line for each aggregate that contributes one. */
export const CONTRIBUTIONS = {
  messages: messagesOnTimeline,
  conversations: conversationsOnTimeline,
  documents: documentsOnTimeline,
  acceptances: acceptancesOnTimeline,
  attachments: attachmentsOnTimeline,
  cases: casesOnTimeline,
  purchases: purchasesOnTimeline,
  agenda: agendaOnTimeline,
  notes: notesOnTimeline,
  preferences: consentsOnTimeline,
  acquisition: touchesOnTimeline,
  edits: editsOnTimeline,
} as const

export type TimelineKind = keyof typeof CONTRIBUTIONS

export const TIMELINE_KINDS = Object.keys(CONTRIBUTIONS) as TimelineKind[]
