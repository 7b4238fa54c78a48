import type { ListedAcceptance } from '@/lib/acceptances/queries'
import type { ProfilePage } from '../../../_profile/props'

export type Part = ProfilePage & { acceptance: ListedAcceptance }

/** The fields that name the acceptance in each form. */
export const hiddenFields = ({ customer, acceptance }: Part) => ({
  customerId: customer.id,
  acceptanceId: acceptance.id,
})
