import type { getPoint } from '@/lib/contacts/queries'
import type { ProfilePage } from '../../../_profile/props'

/** The props of each part of a point's page; `here` is the page's own address. */
export type Part = ProfilePage & { point: NonNullable<Awaited<ReturnType<typeof getPoint>>>; here: string }
