import {
  Briefcase,
  CalendarCheck,
  CalendarDays,
  Columns3,
  CopyCheck,
  Download,
  FileInput,
  FileSignature,
  Filter,
  History,
  Inbox,
  type IconComponent,
  ListOrdered,
  ListTree,
  Route,
  Send,
  Tags,
  UserCog,
  UsersRound,
} from '@/components/ui/icons'
import type { Permission } from '@/lib/access/permissions'
import type { Viewer } from '@/lib/access/viewer'
import type { I18n } from '@/lib/i18n/translator'
import { StaticHtml } from '@/components/ui/static-html'
import { Brand } from './brand'
import { activeHref, NavLink } from './nav-link'

type NavItem = {
  href: string
  label:
    | 'customers'
    | 'agenda'
    | 'cases'
    | 'reports'
    | 'approvals'
    | 'unassigned'
    | 'duplicates'
    | 'outbox'
    | 'journeys'
    | 'caseStates'
    | 'agendaRules'
    | 'pipeline'
    | 'subStatuses'
    | 'relationshipTags'
    | 'exports'
    | 'imports'
    | 'users'
    | 'audit'
  permission: Permission
  icon: IconComponent
}

const WORK: NavItem[] = [
  { href: '/customers', label: 'customers', permission: 'customers.read', icon: UsersRound },
  { href: '/agenda', label: 'agenda', permission: 'agenda.read', icon: CalendarCheck },
  { href: '/cases', label: 'cases', permission: 'cases.read', icon: Briefcase },
  { href: '/pipeline', label: 'pipeline', permission: 'customers.read', icon: Columns3 },
  { href: '/reports/customers', label: 'reports', permission: 'customers.read', icon: Filter },
  { href: '/approvals', label: 'approvals', permission: 'acceptances.approve', icon: FileSignature },
  { href: '/conversations', label: 'unassigned', permission: 'conversations.assign', icon: Inbox },
  { href: '/duplicates', label: 'duplicates', permission: 'duplicates.read', icon: CopyCheck },
  { href: '/outbox', label: 'outbox', permission: 'outbox.read', icon: Send },
]

const ADMINISTRATION: NavItem[] = [
  { href: '/journeys', label: 'journeys', permission: 'journeys.manage', icon: Route },
  { href: '/case-states', label: 'caseStates', permission: 'cases.configure', icon: ListOrdered },
  { href: '/agenda/rules', label: 'agendaRules', permission: 'agenda.configure', icon: CalendarDays },
  { href: '/sub-statuses', label: 'subStatuses', permission: 'pipeline.configure', icon: ListTree },
  {
    href: '/relationship-tags',
    label: 'relationshipTags',
    permission: 'relationships.configure',
    icon: Tags,
  },
  { href: '/exports', label: 'exports', permission: 'exports.create', icon: Download },
  { href: '/imports', label: 'imports', permission: 'imports.run', icon: FileInput },
  { href: '/users', label: 'users', permission: 'users.manage', icon: UserCog },
  { href: '/audit', label: 'audit', permission: 'audit.read', icon: History },
]

export const SIDEBAR_ID = 'side'

/** The navigation, with the items the viewer has permission for. */
export function Sidebar({ viewer, t, company, path }: { viewer: Viewer; t: I18n['t']; company: string; path: string }) {
  const allowed = (items: NavItem[]) => items.filter(({ permission }) => viewer.can(permission))
  const [work, administration] = [allowed(WORK), allowed(ADMINISTRATION)]
  const hrefs = [...work, ...administration].map(({ href }) => href)
  const active = activeHref(hrefs, path)
  return (
    <StaticHtml as="nav" className="side" id={SIDEBAR_ID} popover="auto" aria-label={t('nav.main')}>
      <Brand name={company} />
      <NavLinks items={work} active={active} t={t} />
      {administration.length > 0 && <h2>{t('nav.administration')}</h2>}
      <NavLinks items={administration} active={active} t={t} />
    </StaticHtml>
  )
}

type LinksProps = { items: NavItem[]; active: string | undefined; t: I18n['t'] }

const NavLinks = ({ items, active, t }: LinksProps) =>
  items.map(({ href, label, icon: Icon }) => (
    <NavLink key={href} href={href} active={href === active}>
      <Icon />
      <span>{t(`nav.${label}`)}</span>
    </NavLink>
  ))
