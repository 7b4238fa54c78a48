import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { accountKeys, accounts, users } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { includedIn } from '@/lib/customer-group/included'
import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { inClear } from '@/lib/privacy/mask'
import { maskByShape, maskExternalId } from '@/lib/privacy/mask-by-shape'
import { isUuid } from '@/lib/values/ids'

const MOST = 200

/** An account as this viewer may see it. */
export type AccountView = Pick<
  typeof accounts.$inferSelect,
  | 'customerId'
  | 'id'
  | 'source'
  | 'externalId'
  | 'name'
  | 'type'
  | 'product'
  | 'status'
  | 'openedOn'
  | 'extra'
  | 'version'
  | 'unlinkedAt'
> & {
  /** Whether the number or the extra data is masked, because it may be personal. */
  masked: boolean
  unlinkedBy: string | null
  /** Whether an unlinked account has been linked to another customer since. */
  isLinkedElsewhere: boolean
}

const select = ({ db }: Ctx) =>
  db
    .select({ account: accounts, unlinkedBy: users.name, key: accountKeys.accountId })
    .from(accounts)
    .leftJoin(users, eq(users.id, accounts.unlinkedBy))
    .leftJoin(
      accountKeys,
      and(eq(accountKeys.source, accounts.source), eq(accountKeys.externalId, accounts.externalId)),
    )
    .$dynamic()

type Row = Awaited<ReturnType<typeof select>>[number]

function shown({ viewer }: Ctx, { revealed }: ViewedGroup, { account, unlinkedBy, key }: Row): AccountView {
  const clear = inClear(viewer, revealed, `customer_account:${account.id}`)
  const maskedExtra = Object.entries(account.extra).map(([name, value]) => [name, maskByShape(value)])
  const maskedId = maskExternalId(account.externalId)
  const { createdAt: _, createdBy: __, ...rest } = account
  return {
    ...rest,
    externalId: clear ? account.externalId : maskedId,
    extra: clear ? account.extra : (Object.fromEntries(maskedExtra) as Record<string, string>),
    masked: !clear && (maskedExtra.length > 0 || maskedId !== account.externalId),
    unlinkedBy,
    isLinkedElsewhere: account.unlinkedAt !== null && key !== null,
  }
}

const list = async (ctx: Ctx, customer: ViewedGroup, linked: boolean) => {
  const rows = await select(ctx)
    .where(
      and(
        inArray(accounts.customerId, [...customer.memberIds]),
        includedIn(customer, 'accounts', accounts),
        linked ? isNull(accounts.unlinkedAt) : isNotNull(accounts.unlinkedAt),
      ),
    )
    .orderBy(...(linked ? [asc(accounts.name), asc(accounts.id)] : [desc(accounts.unlinkedAt), asc(accounts.id)]))
    .limit(MOST)
  return rows.map((row) => shown(ctx, customer, row))
}

/** The linked accounts of a customer and of the records merged into it, by name, at most 200 (M2). */
export const listAccounts = query('customers.read', (ctx, customer: ViewedGroup) => list(ctx, customer, true))

/** The unlinked ones, the last unlinked first, at most 200. */
export const listUnlinkedAccounts = query('customers.read', (ctx, customer: ViewedGroup) => list(ctx, customer, false))

/** One account of the customer, linked or not; or null. */
export const getAccount = query(
  'customers.read',
  async (ctx, customer: ViewedGroup, accountId: string | undefined): Promise<AccountView | null> => {
    if (!isUuid(accountId)) return null
    const [row] = await select(ctx).where(
      and(inArray(accounts.customerId, [...customer.memberIds]), eq(accounts.id, accountId)),
    )
    return row ? shown(ctx, customer, row) : null
  },
)
