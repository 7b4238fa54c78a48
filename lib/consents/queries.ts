import { and, desc, eq, lt } from 'drizzle-orm'
import { cache } from 'react'
import { consents, customers, users } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/kernel/ids'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { scopedTo } from '@/lib/kernel/scope'
import type { LedgerEntry } from './schema'

const LEDGER_PAGE = 20

const columns = {
  id: consents.id,
  preference: consents.preference,
  purpose: consents.purpose,
  action: consents.action,
  by: users.name,
  origin: consents.origin,
  reason: consents.reason,
  textShown: consents.textShown,
  at: consents.at,
}

/** What stands for each preference and purpose that was ever recorded: its newest row; at most eight. */
export const listPreferences = cache(
  query('consents.read', (ctx: Ctx, customerId: string): Promise<LedgerEntry[]> =>
    ctx.db
      .selectDistinctOn([consents.preference, consents.purpose], columns)
      .from(consents)
      .innerJoin(customers, eq(customers.id, consents.customerId))
      .leftJoin(users, eq(users.id, consents.actorId))
      .where(and(eq(consents.customerId, customerId), scopedTo(ctx.viewer)))
      .orderBy(consents.preference, consents.purpose, desc(consents.id)),
  ),
)

/** The ledger, newest first, 20 a page; `cursor` is the last id seen. */
export const listLedger = query('consents.read', async (ctx, customerId: string, cursor?: string): Promise<{ entries: LedgerEntry[]; nextCursor: string | null }> => {
  const rows = await ctx.db
    .select(columns)
    .from(consents)
    .innerJoin(customers, eq(customers.id, consents.customerId))
    .leftJoin(users, eq(users.id, consents.actorId))
    .where(and(eq(consents.customerId, customerId), isUuid(cursor) ? lt(consents.id, cursor) : undefined, scopedTo(ctx.viewer)))
    .orderBy(desc(consents.id))
    .limit(LEDGER_PAGE + 1)
  const { page, nextCursor } = pageOf(rows, LEDGER_PAGE, ({ id }) => id)
  return { entries: page, nextCursor }
})
