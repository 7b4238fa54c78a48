import type { ListedAttachment } from '@/lib/attachments/queries'
import type { ProfilePage } from '../../../_profile/props'

/** The props of each card on the page of an attachment. */
export type Part = ProfilePage & { attachment: ListedAttachment }
