import { Card } from '@/components/ui/card'
import { StaticHtml } from '@/components/ui/static-html'
import { SectionLink } from '../_profile/group-navigation'
import { profilePage, profileTitled } from '../_profile/profile-page'
import { GROUPS, sectionsFor } from '../_sections/sections'

export const generateMetadata = profileTitled('customers.read')

/** Every section that the viewer has permission for, by group, with its count. */
export default profilePage('customers.read', {
  section: 'more',
  render: async ({ ctx, customer, t }) => {
    const sections = sectionsFor(ctx.viewer)
    const groups = GROUPS.map((name) => ({ name, sections: sections.filter((section) => section.group === name) }))
    return (
      <Card title={t('profile.more.title')}>
        <StaticHtml as="div" className="all-sections">
          {groups
            .filter((group) => group.sections.length > 0)
            .map((group) => (
              <section key={group.name} aria-label={t(`profile.groups.${group.name}`)}>
                <h3>{t(`profile.groups.${group.name}`)}</h3>
                {group.sections.map((section) => (
                  <SectionLink key={section.id} section={section} customer={customer} t={t} />
                ))}
              </section>
            ))}
        </StaticHtml>
      </Card>
    )
  },
})
