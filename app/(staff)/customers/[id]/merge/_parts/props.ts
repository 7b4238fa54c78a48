import type { MergeChoices } from '@/lib/merges/choices'
import type { Comparison } from '@/lib/merges/compare'
import type { Profile } from '@/lib/profile/header'
import type { ProfilePage } from '../../_profile/props'

/** The customer of the page, who stays, and the other one, who is merged into it. */
export type MergePage = ProfilePage & { other: Profile; comparison: Comparison; choices: MergeChoices }
