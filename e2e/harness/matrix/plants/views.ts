import type { Primary } from '@/db/handles'
import { savedViews } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { eachInTurn, type RecordIds, VIEWS } from '../record-ids'

/** Plants a saved view for each action on views, which belongs to one user. */
export const plantViews = (db: Primary, ownerId: string, name: string): Promise<RecordIds['views']> =>
  eachInTurn(VIEWS, async () => {
    const id = newId()
    await db.insert(savedViews).values({ id, ownerId, name: `Visão de ${name}`, query: 'cases=any' })
    return id
  })
