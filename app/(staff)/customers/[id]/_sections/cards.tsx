import type { ReactNode } from 'react'
import type { SectionProps } from '@/components/profile/section'
import type { Permission } from '@/lib/access/permissions'
import { AcceptancesCard } from './acceptances'
import { CasesCard } from './cases'
import { HistoryCard } from './history'
import { LatestCommunicationsCard } from './latest-communications'
import { NotesCard } from './notes'
import { RegistrationSummary } from './registration'

export type OverviewCard = {
  id: string
  permission: Permission
  /** `side`: beside the main column where a window has room for a third column, below it elsewhere. */
  column: 'main' | 'side'
  body: (props: SectionProps) => Promise<ReactNode>
}

/** The cards of the overview, in order. Whether the customer may be contacted stands in the rail. */
export const CARDS: OverviewCard[] = [
  { id: 'latest-communications', permission: 'interactions.read', column: 'main', body: LatestCommunicationsCard },
  { id: 'registration', permission: 'customers.read', column: 'main', body: RegistrationSummary },
  { id: 'history', permission: 'history.read', column: 'main', body: HistoryCard },
  { id: 'cases', permission: 'cases.read', column: 'side', body: CasesCard },
  { id: 'acceptances', permission: 'documents.read', column: 'side', body: AcceptancesCard },
  { id: 'notes', permission: 'notes.read', column: 'side', body: NotesCard },
]
