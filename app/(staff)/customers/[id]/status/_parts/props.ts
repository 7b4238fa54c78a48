import type { SubStatus } from '@/lib/pipeline/sub-statuses'
import type { ProfilePage } from '../../_profile/props'

export type StatusPage = ProfilePage & { subStatuses: readonly SubStatus[] }

export const currentPosition = ({ customer }: ProfilePage) => ({
  status: customer.pipelineStatus,
  subStatusId: customer.pipelineSubStatusId,
})
