import { countAcceptances } from '@/lib/acceptances/counts'
import { countAgenda, countReservations } from '@/lib/agenda/counts'
import { countTouches } from '@/lib/acquisition/counts'
import { countAttachments } from '@/lib/attachments/counts'
import { countAccounts } from '@/lib/accounts/counts'
import { countCases } from '@/lib/cases/counts'
import { countContacts } from '@/lib/contacts/counts'
import type { GroupCount } from '@/lib/contributions/counts'
import { countConversations } from '@/lib/conversations/counts'
import { countDocuments } from '@/lib/documents/counts'
import { countInteractions } from '@/lib/interactions/counts'
import { countNotes } from '@/lib/notes/counts'
import { countPurchases } from '@/lib/purchases/counts'
import { countRelated } from '@/lib/relationships/counts'

/** The counts in the profile's tabs, one line for each aggregate that contributes one. */
export const COUNTS = {
  agenda: countAgenda,
  reservations: countReservations,
  attachments: countAttachments,
  acquisition: countTouches,
  accounts: countAccounts,
  cases: countCases,
  contacts: countContacts,
  notes: countNotes,
  related: countRelated,
  conversations: countConversations,
  documents: countDocuments,
  purchases: countPurchases,
  acceptances: countAcceptances,
  interactions: countInteractions,
} satisfies Record<string, GroupCount>
