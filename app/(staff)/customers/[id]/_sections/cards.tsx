import type { ReactNode } from 'react'
import type { SectionProps } from '@/components/profile/section'
import type { Permission } from '@/lib/access/permissions'
import { AcceptancesCard } from './acceptances'
import { OpenCasesCard } from './cases'
import { HistoryCard } from './history'
import { LatestCommunicationsCard } from './latest-communications'
import { NotesCard } from './notes'
import { NextAppointmentCard } from './next-appointment'
import { LatestPurchasesCard } from './purchases'
import { RegistrationSummary } from './registration'

export type ProfileCard = {
  id: string
  permission: Permission
  /** The only section beside which the card is shown; by default all. */
  onlyOn?: 'overview'
  body: (props: SectionProps) => Promise<ReactNode>
}

/** The cards of the overview, in order. Whether the customer may be contacted is in the rail. */
export const OVERVIEW_CARDS: readonly ProfileCard[] = [
  { id: 'latest-communications', permission: 'interactions.read', body: LatestCommunicationsCard },
  { id: 'latest-purchases', permission: 'purchases.read', body: LatestPurchasesCard },
  { id: 'registration', permission: 'customers.read', body: RegistrationSummary },
]

/** The cards beside the sections. The id is that of the section with the whole list, where the card is not shown. */
export const CONTEXT_CARDS: readonly ProfileCard[] = [
  { id: 'agenda', permission: 'agenda.read', body: NextAppointmentCard },
  { id: 'cases', permission: 'cases.read', body: OpenCasesCard },
  { id: 'acceptances', permission: 'documents.read', body: AcceptancesCard },
  { id: 'notes', permission: 'notes.read', body: NotesCard },
  { id: 'history', permission: 'history.read', onlyOn: 'overview', body: HistoryCard },
]
