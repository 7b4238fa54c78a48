import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { cache } from 'react'
import { consents, customers, users } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import type { Scope } from '@/lib/access/viewer'
import { strictestConsent } from '@/lib/customer-group/merged-points'
import type { Ctx } from '@/lib/kernel/context'
import { inGroup, groupSize, survivorScopedAs, type GroupSize } from '@/lib/customer-group/scope'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import { scopeValues } from '@/lib/access/scope'
import type { LedgerEntry } from './schema'
import type { CustomerGroup } from '@/lib/customer-group/group'

const LEDGER_PAGE = 20

const columns = {
  id: consents.id,
  preference: consents.preference,
  purpose: consents.purpose,
  action: consents.action,
  isRefusal: sql<boolean>`${consents.action} = 'cancelled' and not exists (
    select 1 from consents earlier
    where earlier.customer_id = ${consents.customerId} and earlier.preference = ${consents.preference}
      and earlier.purpose = ${consents.purpose} and earlier.action = 'accepted' and earlier.id < ${consents.id})`,
  by: users.name,
  origin: consents.origin,
  reason: consents.reason,
  source: consents.source,
  textShown: consents.textShown,
  at: consents.at,
  customerId: consents.customerId,
  record: shownNameOf(customers),
}

type Row = Omit<LedgerEntry, 'from'> & { customerId: string; record: string }

const entryOf = ({ customerId, record, ...row }: Row, rootId: string): LedgerEntry => ({
  ...row,
  from: customerId === rootId ? null : record,
})

const parameters = ({ viewer }: Ctx, { survivorId: rootId, memberIds }: CustomerGroup) => ({
  rootId,
  memberIds,
  ...scopeValues(viewer),
})

/** The state of each recorded preference and purpose: the strictest among the newest entries of all records; at most eight. */
export const listPreferences = cache(
  query('consents.read', async (ctx: Ctx, customer: CustomerGroup): Promise<LedgerEntry[]> => {
    const last = await lastSaid(ctx.db, ctx.viewer.scope.kind, groupSize(customer.memberIds)).execute(
      parameters(ctx, customer),
    )
    const same = (row: Row) =>
      last.filter((other) => other.preference === row.preference && other.purpose === row.purpose)
    return last.filter((row) => row === strictestConsent(same(row))).map((row) => entryOf(row, customer.survivorId))
  }),
)

const lastSaid = preparedQuery((db, scope: Scope['kind'], records: GroupSize) =>
  db
    .selectDistinctOn([consents.customerId, consents.preference, consents.purpose], columns)
    .from(consents)
    .innerJoin(customers, eq(customers.id, consents.customerId))
    .leftJoin(users, eq(users.id, consents.actorId))
    .where(and(inGroup(consents.customerId, records), survivorScopedAs(scope)))
    .orderBy(consents.customerId, consents.preference, consents.purpose, desc(consents.id)),
)

/** The ledger, newest first, 20 a page; `cursor` is the last id seen. */
export const listLedger = query(
  'consents.read',
  async (
    ctx,
    customer: CustomerGroup,
    cursor?: string,
  ): Promise<{ entries: LedgerEntry[]; nextCursor: string | null }> => {
    const rows = await ledger(ctx.db, ctx.viewer.scope.kind, groupSize(customer.memberIds)).execute({
      ...parameters(ctx, customer),
      before: beforeOf(cursor),
    })
    const { page, nextCursor } = pageOf(rows, LEDGER_PAGE, ({ id }) => id)
    return { entries: page.map((row) => entryOf(row, customer.survivorId)), nextCursor }
  },
)

const ledger = preparedQuery((db, scope: Scope['kind'], records: GroupSize) =>
  db
    .select(columns)
    .from(consents)
    .innerJoin(customers, eq(customers.id, consents.customerId))
    .leftJoin(users, eq(users.id, consents.actorId))
    .where(and(inGroup(consents.customerId, records), survivorScopedAs(scope), lt(consents.id, param('before'))))
    .orderBy(desc(consents.id))
    .limit(LEDGER_PAGE + 1),
)
