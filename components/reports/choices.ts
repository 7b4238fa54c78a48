import type { CaseState } from '@/lib/cases/states'
import type { SubStatus } from '@/lib/pipeline/sub-statuses'
import type { Tag } from '@/lib/relationships/tags'

type Named = { id: string; name: string }

/** What the selects of the filter offer. */
export type Choices = { stores: Named[]; users: Named[]; states: CaseState[]; tags: Tag[]; subStatuses: SubStatus[] }
