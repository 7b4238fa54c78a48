import { Guarded } from './_profile/guarded'
import { profilePage, profileTitled } from './_profile/profile-page'
import { OverviewSection } from './_sections/overview'

export const generateMetadata = profileTitled('customers.read')

export default profilePage('customers.read', {
  withContext: true,
  render: (page) => Guarded(OverviewSection, page),
})
