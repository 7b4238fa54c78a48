import type { CreditView, PurchaseDetail } from '@/lib/purchases/queries'
import type { ProfilePage } from '../../../_profile/props'

/** The props of a part of the page of one purchase. */
export type Part = ProfilePage & {
  purchase: PurchaseDetail
  mayEdit: boolean
  /** The credits of the customer, for a viewer who can use them. */
  credits: readonly CreditView[]
}
