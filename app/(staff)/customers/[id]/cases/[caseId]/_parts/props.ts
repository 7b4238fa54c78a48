import type { CaseDetail } from '@/lib/cases/queries'
import type { CaseState } from '@/lib/cases/states'
import type { ProfilePage } from '../../../_profile/props'

/** The props of each card on the page of a case. */
export type Part = ProfilePage & { found: CaseDetail; states: readonly CaseState[]; mayWrite: boolean }
