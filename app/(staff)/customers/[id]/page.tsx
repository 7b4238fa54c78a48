import { Guarded } from './_profile/guarded'
import { profilePage, profileTitled } from './_profile/profile-page'
import { OverviewSection } from './_sections/overview'

const ENTRY = '/(staff)/customers/[id]/page'

export const generateMetadata = profileTitled(ENTRY)

export default profilePage(ENTRY, { render: (page) => Guarded(OverviewSection, page) })
