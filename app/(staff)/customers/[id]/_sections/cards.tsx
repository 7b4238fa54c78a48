import type { ReactNode } from 'react'
import type { SectionProps } from '@/components/profile/section'
import type { Permission } from '@/lib/access/permissions'
import { AcceptancesCard } from './acceptances'
import { CanContactCard } from './can-contact'
import { ContactsCard } from './contacts'
import { HistoryCard } from './history'
import { LatestCommunicationsCard } from './latest-communications'
import { NotesCard } from './notes'
import { RegistrationSummary } from './registration'

type OverviewCard = {
  id: string
  permission: Permission
  column: 'left' | 'right'
  body: (props: SectionProps) => Promise<ReactNode>
}

/** The cards of the overview, in order. "Can I contact them?" is the first. */
export const CARDS: OverviewCard[] = [
  { id: 'can-contact', permission: 'consents.read', column: 'left', body: CanContactCard },
  { id: 'contacts', permission: 'contacts.read', column: 'left', body: ContactsCard },
  { id: 'latest-communications', permission: 'interactions.read', column: 'right', body: LatestCommunicationsCard },
  { id: 'registration', permission: 'customers.read', column: 'right', body: RegistrationSummary },
  { id: 'acceptances', permission: 'documents.read', column: 'right', body: AcceptancesCard },
  { id: 'notes', permission: 'notes.read', column: 'right', body: NotesCard },
  { id: 'history', permission: 'history.read', column: 'right', body: HistoryCard },
]
