import type { ReactNode } from 'react'
import type { Permission } from '@/lib/access/permissions'
import type { Viewer } from '@/lib/access/viewer'
import type { Messages } from '@/lib/i18n/messages'
import type { SectionProps } from '@/components/profile/section'
import type { Profile } from '@/lib/profile/header'
import { AccountsSection } from './accounts'
import { AcceptancesSection } from './acceptances'
import { AgendaSection } from './agenda'
import { AcquisitionSection } from './acquisition'
import { AttachmentsSection } from './attachments'
import { CasesSection } from './cases'
import { ContactsSection } from './contacts'
import { ConversationsSection } from './conversations'
import { DashboardSection } from './dashboard'
import { DocumentsSection } from './documents'
import { HistorySection } from './history'
import { InteractionsSection } from './interactions'
import { MergesSection } from './merges'
import { NotesSection } from './notes'
import { OverviewSection } from './overview'
import { PreferencesSection } from './preferences'
import { PurchasesSection } from './purchases'
import { RelatedSection } from './related'
import { ReservationsSection } from './reservations'
import { RegistrationSection } from './registration'
import { TimelineSection } from './timeline'

/** The groups of sections, in the order of the profile's navigation. */
export const GROUPS = ['overview', 'timeline', 'cases', 'purchases', 'documents', 'registration', 'more'] as const

type Group = (typeof GROUPS)[number]

export type Section = {
  /** The last segment of its address, and the key of its name. The overview has the profile's own address. */
  id: Exclude<keyof Messages['profile']['sections'], 'label'>
  group: Group
  permission: Permission
  count?: (customer: Profile) => number
  body: (props: SectionProps) => Promise<ReactNode>
}

/** Every section of a profile, in the order of its tabs. A new one is one entry here. */
export const SECTIONS: readonly Section[] = [
  { id: 'overview', group: 'overview', permission: 'customers.read', body: OverviewSection },
  { id: 'timeline', group: 'timeline', permission: 'customers.read', body: TimelineSection },
  { id: 'registration', group: 'registration', permission: 'customers.read', body: RegistrationSection },
  {
    id: 'contacts',
    group: 'registration',
    permission: 'contacts.read',
    count: (c) => c.counts.contacts,
    body: ContactsSection,
  },
  { id: 'preferences', group: 'registration', permission: 'consents.read', body: PreferencesSection },
  {
    id: 'related',
    group: 'registration',
    permission: 'customers.read',
    count: (c) => c.counts.related,
    body: RelatedSection,
  },
  {
    id: 'acquisition',
    group: 'registration',
    permission: 'acquisition.read',
    count: (c) => c.counts.acquisition,
    body: AcquisitionSection,
  },
  {
    id: 'merges',
    group: 'registration',
    permission: 'customers.merge',
    count: (c) => c.memberIds.length - 1,
    body: MergesSection,
  },
  { id: 'cases', group: 'cases', permission: 'cases.read', count: (c) => c.counts.cases, body: CasesSection },
  { id: 'agenda', group: 'cases', permission: 'agenda.read', count: (c) => c.counts.agenda, body: AgendaSection },
  {
    id: 'attachments',
    group: 'cases',
    permission: 'attachments.read',
    count: (c) => c.counts.attachments,
    body: AttachmentsSection,
  },
  {
    id: 'purchases',
    group: 'purchases',
    permission: 'purchases.read',
    count: (c) => c.counts.purchases,
    body: PurchasesSection,
  },
  {
    id: 'reservations',
    group: 'purchases',
    permission: 'agenda.read',
    count: (c) => c.counts.reservations,
    body: ReservationsSection,
  },
  {
    id: 'accounts',
    group: 'purchases',
    permission: 'customers.read',
    count: (c) => c.counts.accounts,
    body: AccountsSection,
  },
  {
    id: 'documents',
    group: 'documents',
    permission: 'documents.read',
    count: (c) => c.counts.documents,
    body: DocumentsSection,
  },
  {
    id: 'acceptances',
    group: 'documents',
    permission: 'documents.read',
    count: (c) => c.counts.acceptances,
    body: AcceptancesSection,
  },
  {
    id: 'interactions',
    group: 'timeline',
    permission: 'interactions.read',
    count: (c) => c.counts.interactions,
    body: InteractionsSection,
  },
  {
    id: 'conversations',
    group: 'timeline',
    permission: 'conversations.read',
    count: (c) => c.counts.conversations,
    body: ConversationsSection,
  },
  { id: 'notes', group: 'timeline', permission: 'notes.read', count: (c) => c.counts.notes, body: NotesSection },
  { id: 'dashboard', group: 'more', permission: 'dashboard.read', body: DashboardSection },
  { id: 'history', group: 'more', permission: 'history.read', body: HistorySection },
]

export const sectionsFor = (viewer: Viewer): readonly Section[] => SECTIONS.filter((s) => viewer.can(s.permission))

export const findSection = (id: string): Section | undefined => SECTIONS.find((s) => s.id === id)

export const sectionPath = (customerId: string, id: Section['id']): string =>
  id === 'overview' ? `/customers/${customerId}` : `/customers/${customerId}/${id}`
