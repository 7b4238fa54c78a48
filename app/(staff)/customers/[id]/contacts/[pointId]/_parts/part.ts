import type { getPoint } from '@/lib/contacts/queries'
import type { ProfilePage } from '../../../_profile/given'

/** What each part of a point's page is given; `here` is the page's own address. */
export type Part = ProfilePage & { point: NonNullable<Awaited<ReturnType<typeof getPoint>>>; here: string }
