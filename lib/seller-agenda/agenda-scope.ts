import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { users, userStores } from '@/db/schema'
import { listStores } from '@/lib/customers/queries'
import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'

/** A store or a seller to choose. */
export type Choice = { id: string; name: string }

/** The rows that an agenda page shows: those of one seller with the unassigned ones of the stores, or all rows of the stores. */
export type AgendaScope = {
  sellerId: string | null
  /** With a seller: the stores with unassigned rows to show. Without a seller: the stores with all their rows to show. */
  storeIds: readonly string[]
  /** The stores that the seller works for. */
  workStoreIds: readonly string[]
}

const CHOICES_MAX = 500

/** The stores of the viewer's scope, by name. */
const listOwnStores = async (ctx: Ctx): Promise<Choice[]> => (ctx.viewer.scope.kind === 'own' ? [] : listStores(ctx))

/** Sellers and managers who work for one of these stores, by name. */
async function listSellers({ db }: Ctx, storeIds: readonly string[]): Promise<Choice[]> {
  return db
    .selectDistinct({ id: users.id, name: users.name })
    .from(users)
    .innerJoin(userStores, eq(userStores.userId, users.id))
    .where(
      and(
        inArray(userStores.storeId, [...storeIds]),
        inArray(users.role, ['seller', 'manager']),
        isNull(users.deactivatedAt),
      ),
    )
    .orderBy(asc(users.name))
    .limit(CHOICES_MAX)
}

/** The stores and sellers that a manager or an admin can choose. */
export const listAgendaChoices = query('agenda.manage', async (ctx) => {
  const own = await listOwnStores(ctx)
  return {
    stores: own,
    sellers: await listSellers(
      ctx,
      own.map(({ id }) => id),
    ),
  }
})

export type AgendaChoices = Awaited<ReturnType<typeof listAgendaChoices>>

/**
 * The scope of the viewer's own agenda: the viewer's reasons and the unassigned ones of the viewer's stores. A viewer who sees only their
 * own customers gets no unassigned reasons.
 */
export const getOwnAgendaScope = query('agenda.read', async (ctx): Promise<AgendaScope> => {
  const { userId, scope } = ctx.viewer
  const workStoreIds = await storesOf(ctx, userId)
  return { sellerId: userId, storeIds: scope.kind === 'own' ? [] : workStoreIds, workStoreIds }
})

/** The scope of the agenda that a manager chose. Ids that are not among the choices are ignored. */
export async function chosenAgendaScope(
  ctx: Ctx,
  { stores: all, sellers }: AgendaChoices,
  chosen: { seller?: string | undefined; store?: string | undefined },
): Promise<AgendaScope> {
  const visible = all.map(({ id }) => id)
  const store = visible.find((id) => id === chosen.store)
  const seller = sellers.find(({ id }) => id === chosen.seller)
  if (!seller) return { sellerId: null, storeIds: store ? [store] : visible, workStoreIds: [] }
  const sellerStoreIds = (await storesOf(ctx, seller.id)).filter((id) => (store ? id === store : visible.includes(id)))
  return { sellerId: seller.id, storeIds: sellerStoreIds, workStoreIds: sellerStoreIds }
}

/** The stores and the seller of a report. Ids that are not among the choices are ignored. */
export const chosenReportScope = (
  { stores: all, sellers }: AgendaChoices,
  chosen: { seller?: string | undefined; store?: string | undefined },
) => ({
  storeIds: all
    .filter(({ id }) => id === chosen.store || !all.some((one) => one.id === chosen.store))
    .map(({ id }) => id),
  sellerId: sellers.find(({ id }) => id === chosen.seller)?.id ?? null,
})

const storesOf = async ({ db }: Ctx, userId: string): Promise<string[]> =>
  isUuid(userId)
    ? (await db.select({ id: userStores.storeId }).from(userStores).where(eq(userStores.userId, userId))).map(
        ({ id }) => id,
      )
    : []
