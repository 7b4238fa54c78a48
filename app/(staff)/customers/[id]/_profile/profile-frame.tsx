import type { ReactNode } from 'react'
import { AssignCard } from './assign-card'
import { BottomBar } from './bottom-bar'
import { ButtonForms } from './button-forms'
import { readContactSummary } from './contact-summary'
import { customerContext } from './customer-context'
import { duplicateStrip } from './duplicate-strip'
import { GroupNavigation, SectionNavigation } from './group-navigation'
import { Identity } from './identity'
import { MergedStrip } from './merged-strip'
import type { ProfilePage } from './props'
import { Rail } from './rail'
import { VerdictStrip } from './verdict-strip'

/**
 * The frame of every section: who the customer is, whether they may be contacted, the groups of sections, and beside the section the rail.
 * Every part is awaited: without scripting a browser would never show a streamed one.
 */
export async function ProfileFrame({
  current,
  withContext,
  children,
  ...page
}: ProfilePage & { current: string; withContext: boolean; children: ReactNode }) {
  const { customer, t } = page
  const [summary, strip] = await Promise.all([readContactSummary(customer), duplicateStrip(page)])
  const context = withContext && (await customerContext({ ...page, current }))
  return (
    <div className="profile">
      <a className="skip" href="#section">
        {t('nav.skipToSection')}
      </a>
      <ButtonForms {...page} />
      <Identity {...page} />
      <MergedStrip {...page} />
      {strip}
      <VerdictStrip summary={summary} t={t} />
      <GroupNavigation {...page} current={current} summary={summary} />
      <div className="profile-body">
        <Rail {...page} current={current} />
        <div className="profile-main" id="section" tabIndex={-1}>
          <SectionNavigation {...page} current={current} />
          <AssignCard {...page} />
          {children}
        </div>
        {context}
      </div>
      <BottomBar {...page} />
    </div>
  )
}
