import type { AccountView } from '@/lib/accounts/queries'
import type { ProfilePage } from '../../../_profile/props'

export type Part = ProfilePage & { account: AccountView }
