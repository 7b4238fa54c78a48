import type { Choices } from '@/components/reports/choices'
import { listCaseStates } from '@/lib/cases/states'
import { listAssignable, listStores } from '@/lib/customers/queries'
import type { Ctx } from '@/lib/kernel/context'
import { listSubStatuses } from '@/lib/pipeline/sub-statuses'
import { listTags } from '@/lib/relationships/tags'

/** Reads what the selects of the filter offer to the viewer. */
export async function readChoices(ctx: Ctx): Promise<Choices> {
  const [stores, users, states, tags, subStatuses] = await Promise.all([
    listStores(ctx),
    listAssignable(ctx),
    listCaseStates(ctx),
    listTags(ctx),
    listSubStatuses(ctx),
  ])
  return { stores, users, states: states.filter(({ phase }) => phase === 'open'), tags, subStatuses }
}
