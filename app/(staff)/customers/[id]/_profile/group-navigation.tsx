import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { SHOWN_MAX } from '@/lib/contributions/counts'
import { shownName } from '@/lib/customer-group/shown-name'
import { GROUPS, sectionPath, sectionsFor, type Section } from '../_sections/sections'
import type { ContactSummary } from './contact-summary'
import { toMore } from './paths'
import type { ProfilePage } from './props'
import { Verdicts } from './verdict-strip'

type Props = ProfilePage & { current: string; summary: ContactSummary | null }

/** On a phone these groups are reached through the page of all sections. */
const BEHIND_MORE = ['documents', 'registration'] as const

/** The groups of sections, which stay at the top of the window, with the customer's name once its row has scrolled away. */
export function GroupNavigation({ ctx, customer, current, summary, t }: Props) {
  const sections = sectionsFor(ctx.viewer)
  const group = sections.find(({ id }) => id === current)?.group ?? 'more'
  const isBehindMore = BEHIND_MORE.some((one) => one === group)
  return (
    <StaticHtml as="nav" className="groups" aria-label={t('profile.sections.label')}>
      {GROUPS.map((name) => {
        const [first] = sections.filter((section) => section.group === name)
        if (!first && name !== 'more') return null
        const isMore = name === 'more'
        return (
          <Link
            key={name}
            href={isMore ? toMore(customer.id) : sectionPath(customer.id, first!.id)}
            aria-current={group === name ? 'page' : undefined}
            data-phone={isMore && isBehindMore ? 'current' : isBehind(name) ? 'hidden' : undefined}
            scroll={false}
          >
            {name === 'timeline' ? (
              <>
                <span className="only-desk">{t('profile.groups.timeline')}</span>
                <span className="only-phone">{t('profile.groups.timelineShort')}</span>
              </>
            ) : (
              t(`profile.groups.${name}`)
            )}
          </Link>
        )
      })}
      <span className="groups-who" aria-hidden>
        <b>{shownName(customer)}</b>
        {summary && <Verdicts summary={summary} t={t} />}
      </span>
    </StaticHtml>
  )
}

const isBehind = (name: (typeof GROUPS)[number]) => BEHIND_MORE.some((one) => one === name)

/** The sections of the current group, when the viewer may see more than one. */
export function SectionNavigation({ ctx, customer, current, t }: ProfilePage & { current: string }) {
  const sections = sectionsFor(ctx.viewer)
  const group = sections.find(({ id }) => id === current)?.group
  const ofGroup = sections.filter((section) => section.group === group)
  if (ofGroup.length < 2) return null
  return (
    <StaticHtml as="nav" className="segments" aria-label={t(`profile.groups.${group!}`)}>
      {ofGroup.map((section) => (
        <SectionLink key={section.id} section={section} customer={customer} isCurrent={section.id === current} t={t} />
      ))}
    </StaticHtml>
  )
}

type LinkProps = Pick<ProfilePage, 'customer' | 't'> & { section: Section; isCurrent?: boolean }

/** A section's name with its count. */
export function SectionLink({ section, customer, isCurrent = false, t }: LinkProps) {
  const count = section.count?.(customer)
  return (
    <Link href={sectionPath(customer.id, section.id)} aria-current={isCurrent ? 'page' : undefined} scroll={false}>
      {t(`profile.sections.${section.id}`)}
      {count ? <span>{count < SHOWN_MAX ? count : `${SHOWN_MAX - 1}+`}</span> : null}
    </Link>
  )
}
