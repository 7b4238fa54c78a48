import type { PurchaseDetail } from '@/lib/purchases/queries'
import type { ProfilePage } from '../../../_profile/props'

/** The props of a part of the page of one purchase. */
export type Part = ProfilePage & { purchase: PurchaseDetail }
