import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { agendaInteractions, agendaReasons, stores, users } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import type { Ctx } from '@/lib/kernel/context'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { currentSituation } from '../idle'
import { PAGE } from './reasons'

/** The alias that `currentSituation` reads. */
const i = alias(agendaInteractions, 'i')

const select = ({ db, now }: Ctx) =>
  db
    .select({
      ...{ customerId: i.customerId, id: i.id, number: i.number, means: i.means, feedback: i.feedback },
      ...{ comment: i.comment, startedAt: i.startedAt, lastActivityAt: i.lastActivityAt, version: i.version },
      ...{ reasonId: i.reasonId, reason: agendaReasons.reason, message: agendaReasons.message },
      ...{ storeName: stores.name, sellerName: users.name },
      situation: currentSituation(now),
    })
    .from(i)
    .innerJoin(stores, eq(stores.id, i.storeId))
    .innerJoin(users, eq(users.id, i.sellerId))
    .leftJoin(agendaReasons, and(eq(agendaReasons.customerId, i.customerId), eq(agendaReasons.id, i.reasonId)))
    .$dynamic()

/** An interaction with its situation at this moment, and the reason for which it was made. */
export type InteractionView = Awaited<ReturnType<typeof select>>[number]

/** A customer's interactions with those of the records merged into it, newest first, 20 a page (B6). `cursor` is the last id seen. */
export const listInteractions = query('agenda.read', async (ctx, { memberIds }: ViewedGroup, cursor?: string) => {
  const rows = await select(ctx)
    .where(and(inArray(i.customerId, [...memberIds]), lt(i.id, beforeOf(cursor))))
    .orderBy(desc(i.id))
    .limit(PAGE + 1)
  const { page, nextCursor } = pageOf(rows, PAGE, ({ id }) => id)
  return { interactions: page, nextCursor }
})

/** One interaction of the customer, or null. */
export const getInteraction = query(
  'agenda.read',
  async (ctx, { memberIds }: ViewedGroup, interactionId: string | undefined): Promise<InteractionView | null> => {
    if (!isUuid(interactionId)) return null
    const [row] = await select(ctx).where(and(inArray(i.customerId, [...memberIds]), eq(i.id, interactionId)))
    return row ?? null
  },
)
