import type { StaffPage } from '@/lib/http/page'
import type { SubStatus } from '@/lib/pipeline/sub-statuses'
import type { PipelineSearch } from './search'

export type PipelinePage = StaffPage & {
  asked: PipelineSearch
  sellers: readonly { id: string; name: string }[]
  subStatuses: readonly SubStatus[]
}
