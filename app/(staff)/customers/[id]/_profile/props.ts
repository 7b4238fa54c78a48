import type { StaffPage } from '@/lib/http/page'
import type { Profile } from '@/lib/profile/header'

/** The props of a page inside a customer's frame, and of every part of the frame. */
export type ProfilePage = StaffPage & { customer: Profile }
