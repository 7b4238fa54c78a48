import type { StaffPage } from '@/lib/http/page'
import type { Profile } from '@/lib/profile/header'

/** What a page inside a customer's frame is given, and every part of the frame. */
export type ProfilePage = StaffPage & { customer: Profile }
