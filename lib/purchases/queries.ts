import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import {
  credits,
  creditUses,
  documents,
  purchaseExclusions,
  purchaseItems,
  purchaseReturns,
  purchases,
  stores,
  users,
} from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { survivorInScope } from '@/lib/customer-group/scope'
import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { shownExternalId } from '@/lib/privacy/mask-by-shape'
import { isUuid } from '@/lib/values/ids'

const LINES_MAX = 500
const recorder = alias(users, 'recorder')

export type PurchaseDetail = NonNullable<Awaited<ReturnType<typeof getPurchase>>>

/** One purchase of the customer with its items, returns, exclusions and credits, at most 500 of each; or null (B3). */
export const getPurchase = query('purchases.read', async (ctx, group: ViewedGroup, purchaseId: string | undefined) => {
  if (!isUuid(purchaseId)) return null
  const [found] = await ctx.db
    .select({
      purchase: purchases,
      storeName: stores.name,
      seller: sql<string | null>`coalesce(${users.name}, ${purchases.sellerName})`,
      recordedBy: recorder.name,
      documentTitle: documents.title,
    })
    .from(purchases)
    .leftJoin(stores, eq(stores.id, purchases.storeId))
    .leftJoin(users, eq(users.id, purchases.sellerId))
    .leftJoin(recorder, eq(recorder.id, purchases.createdBy))
    .leftJoin(
      documents,
      and(inArray(documents.customerId, [...group.memberIds]), eq(documents.id, purchases.invoiceDocumentId)),
    )
    .where(
      and(
        inArray(purchases.customerId, [...group.memberIds]),
        eq(purchases.id, purchaseId),
        survivorInScope(ctx.viewer, group.survivorId),
      ),
    )
  if (!found) return null
  const { purchase, seller, storeName, recordedBy, documentTitle } = found
  const [parts, creditRows] = await Promise.all([partsOf(ctx, purchase), creditsOf(ctx, group, purchase.id)])
  return { ...shown(ctx, purchase), seller, storeName, recordedBy, documentTitle, ...parts, ...creditRows }
})

/** Masks a number of another system that is personal. */
const maskFor =
  ({ viewer }: Ctx) =>
  (text: string): string =>
    shownExternalId(viewer, text)

const shown = (ctx: Ctx, { externalId, invoiceNumber, ...rest }: typeof purchases.$inferSelect) => {
  const mask = maskFor(ctx)
  return { ...rest, externalId: mask(externalId), invoiceNumber: invoiceNumber && mask(invoiceNumber) }
}

async function partsOf({ db }: Ctx, { customerId, id }: { customerId: string; id: string }) {
  const items = db
    .select()
    .from(purchaseItems)
    .where(and(eq(purchaseItems.customerId, customerId), eq(purchaseItems.purchaseId, id)))
    .orderBy(asc(purchaseItems.line))
    .limit(LINES_MAX)
  const returns = db
    .select({
      ...{ id: purchaseReturns.id, line: purchaseReturns.line, quantity: purchaseReturns.quantity },
      ...{ amount: purchaseReturns.amount, reason: purchaseReturns.reason, returnedAt: purchaseReturns.returnedAt },
      recordedBy: users.name,
    })
    .from(purchaseReturns)
    .leftJoin(users, eq(users.id, purchaseReturns.createdBy))
    .where(and(eq(purchaseReturns.customerId, customerId), eq(purchaseReturns.purchaseId, id)))
    .orderBy(asc(purchaseReturns.returnedAt), asc(purchaseReturns.id))
    .limit(LINES_MAX)
  const exclusions = db
    .select()
    .from(purchaseExclusions)
    .where(and(eq(purchaseExclusions.customerId, customerId), eq(purchaseExclusions.purchaseId, id)))
    .orderBy(asc(purchaseExclusions.id))
    .limit(LINES_MAX)
  const [itemRows, returnRows, exclusionRows] = await Promise.all([items, returns, exclusions])
  return { items: itemRows, returns: returnRows, exclusions: exclusionRows }
}

/** The credits that a purchase generated, and the uses of credits in it. */
async function creditsOf(ctx: Ctx, { memberIds }: ViewedGroup, purchaseId: string) {
  const { db } = ctx
  const members = [...memberIds]
  const generated = db
    .select({ id: credits.id, externalId: credits.externalId, amount: credits.amount, expiresOn: credits.expiresOn })
    .from(credits)
    .where(and(inArray(credits.customerId, members), eq(credits.purchaseId, purchaseId)))
    .orderBy(asc(credits.generatedAt), asc(credits.id))
    .limit(LINES_MAX)
  const used = db
    .select({ id: creditUses.id, externalId: credits.externalId, amount: creditUses.amount, usedAt: creditUses.usedAt })
    .from(creditUses)
    .innerJoin(credits, and(eq(credits.customerId, creditUses.customerId), eq(credits.id, creditUses.creditId)))
    .where(and(inArray(creditUses.customerId, members), eq(creditUses.purchaseId, purchaseId)))
    .orderBy(asc(creditUses.usedAt), asc(creditUses.id))
    .limit(LINES_MAX)
  const [generatedRows, usedRows] = await Promise.all([generated, used])
  const mask = maskFor(ctx)
  const masked = <T extends { externalId: string }>(rows: T[]) =>
    rows.map((row) => ({ ...row, externalId: mask(row.externalId) }))
  return { creditsGenerated: masked(generatedRows), creditsUsed: masked(usedRows) }
}

const CREDITS_MAX = 100

export type CreditView = Awaited<ReturnType<typeof listCredits>>[number]

/**
 * A customer's credits over all records of the group: first those with something left, by the day they expire, then the others, the newest
 * first; at most 100. A use in a cancelled purchase does not count.
 */
export const listCredits = query('purchases.read', async (ctx, group: ViewedGroup) => {
  const isCancelled = sql`(select true from purchases p where p.customer_id = any(${sql.param([...group.memberIds])}::uuid[])
    and p.id = u.purchase_id and p.situation = 'cancelled')`
  const used =
    sql<number>`(select coalesce(sum(u.amount), 0)::float8 from credit_uses u where u.customer_id = ${credits.customerId}
    and u.credit_id = ${credits.id} and ${isCancelled} is null)`.mapWith(Number)
  const left = sql`${credits.amount} - ${used}`
  const rows = await ctx.db
    .select({
      id: credits.id,
      externalId: credits.externalId,
      source: credits.source,
      currency: credits.currency,
      amount: credits.amount,
      used,
      generatedAt: credits.generatedAt,
      expiresOn: credits.expiresOn,
      purchaseId: credits.purchaseId,
      storeName: stores.name,
    })
    .from(credits)
    .leftJoin(stores, eq(stores.id, credits.storeId))
    .where(and(inArray(credits.customerId, [...group.memberIds]), survivorInScope(ctx.viewer, group.survivorId)))
    .orderBy(
      sql`${left} <= 0`,
      sql`case when ${left} > 0 then ${credits.expiresOn} end asc nulls last`,
      sql`${credits.generatedAt} desc`,
      asc(credits.id),
    )
    .limit(CREDITS_MAX)
  const mask = maskFor(ctx)
  return rows.map((row) => ({ ...row, externalId: mask(row.externalId), left: row.amount - row.used }))
})
