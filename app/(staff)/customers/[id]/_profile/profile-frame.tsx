import type { ReactNode } from 'react'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Tabs } from '@/components/ui/tabs'
import { shownName } from '@/lib/customer-group/shown-name'
import { sectionPath, sectionsFor } from '../_sections/sections'
import { ButtonForms } from './button-forms'
import type { ProfilePage } from './props'
import { ProfileHeader } from './profile-header'

/** The frame of every section: the breadcrumb, the customer's header and the tabs. */
export function ProfileFrame({ current, children, ...page }: ProfilePage & { current: string; children: ReactNode }) {
  const { ctx, customer, t } = page
  const tabs = sectionsFor(ctx.viewer).map((section) => ({
    href: sectionPath(customer.id, section.id),
    label: t(`profile.sections.${section.id}`),
    count: section.count?.(customer) || undefined,
    current: section.id === current,
  }))
  return (
    <>
      <a className="skip" href="#section">
        {t('nav.skipToSection')}
      </a>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ href: '/customers', label: t('profile.breadcrumb') }, { label: shownName(customer) }]}
      />
      <ButtonForms {...page} />
      <ProfileHeader {...page} />
      <Tabs label={t('profile.sections.label')} items={tabs} />
      <span id="section" tabIndex={-1} />
      {children}
    </>
  )
}
