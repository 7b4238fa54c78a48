import { listCaseStates, type CaseState } from '@/lib/cases/states'
import type { Ctx } from '@/lib/kernel/context'
import { listSubStatuses, type SubStatus } from '@/lib/pipeline/sub-statuses'
import { listTags, type Tag } from '@/lib/relationships/tags'
import { listStoreChoices, listUserChoices } from '@/lib/reports/customer-filter/choices'

type Named = { id: string; name: string }

/** What the selects of the filter offer. */
export type Choices = { stores: Named[]; users: Named[]; states: CaseState[]; tags: Tag[]; subStatuses: SubStatus[] }

export async function readChoices(ctx: Ctx): Promise<Choices> {
  const [stores, users, states, tags, subStatuses] = await Promise.all([
    listStoreChoices(ctx),
    listUserChoices(ctx),
    listCaseStates(ctx),
    listTags(ctx),
    listSubStatuses(ctx),
  ])
  return { stores, users, states: states.filter(({ phase }) => phase === 'open'), tags, subStatuses }
}
