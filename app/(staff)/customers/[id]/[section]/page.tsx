import { notFound } from 'next/navigation'
import { recordDenied } from '@/lib/kernel/denied'
import { Forbidden } from '@/lib/http/forbidden'
import { requirePrimary } from '@/lib/http/page'
import { Guarded } from '../_profile/guarded'
import { profilePage, profileTitled } from '../_profile/profile-page'
import { findSection } from '../_sections/sections'

export const generateMetadata = profileTitled('customers.read')

export default profilePage('customers.read', {
  withContext: true,
  render: async (page) => {
    const section = findSection(page.params.section ?? '')
    if (!section || section.id === 'overview') notFound()
    if (!page.ctx.viewer.can(section.permission)) {
      await recordDenied(
        await requirePrimary(),
        { wanted: `section.${section.id}`, permission: section.permission },
        { customerId: page.customer.id },
      )
      throw new Forbidden()
    }
    return Guarded(section.body, page)
  },
})
