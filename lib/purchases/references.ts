import { sql } from 'drizzle-orm'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import type { PurchaseBatch } from './batch'
import { findOwnedRows, type Owned } from './find'

/** What the rows of a batch refer to. */
export type References = {
  /** The purchases and credits by their external ids: stored ones, and new ones of this batch with the ids that they get. */
  purchases: Map<string, Owned>
  credits: Map<string, Owned & { amount: number; uses: Map<string, number> }>
  /** The survivor of each record. */
  survivors: Map<string, string>
  /** The lines of the purchases, as `id line`. */
  lines: Set<string>
}

export async function readReferences(ctx: WriteCtx, source: string, batch: PurchaseBatch): Promise<References> {
  const { purchases: rows = [], items = [], returns = [], exclusions = [], credits = [], uses = [] } = batch
  const owned = await findOwnedRows(ctx, source, {
    purchases: [
      ...rows.map(({ externalId }) => externalId),
      ...[...items, ...returns, ...exclusions].map(({ purchase }) => purchase),
      ...[...credits, ...uses].flatMap(({ purchase }) => purchase ?? []),
    ],
    credits: [...credits.map(({ externalId }) => externalId), ...uses.map(({ credit }) => credit)],
  })
  const purchases = new Map(owned.purchases)
  for (const { externalId, customerId, currency } of rows)
    if (!purchases.has(externalId)) purchases.set(externalId, { customerId, currency, id: idsOf(ctx).row() })
  const stored = await readCredits(ctx, [...owned.credits.values()])
  const known = [...owned.credits].map(([key, credit]) => [key, { ...credit, ...stored.get(credit.id)! }] as const)
  const all: References['credits'] = new Map(known)
  for (const { externalId, customerId, currency, amount } of credits) {
    const found = all.get(externalId)
    all.set(
      externalId,
      found ? { ...found, amount } : { customerId, currency, amount, id: idsOf(ctx).row(), uses: new Map() },
    )
  }
  const lines = await readLines(ctx, [...owned.purchases.values()], returns.length > 0)
  for (const { purchase, line } of items) lines.add(`${purchases.get(purchase)?.id} ${line}`)
  const records = [...rows, ...credits, ...purchases.values(), ...all.values()].map(({ customerId }) => customerId)
  return { purchases, credits: all, lines, survivors: await readSurvivors(ctx, records) }
}

async function readSurvivors({ db }: WriteCtx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ id: string; survivor: string }>(
    sql`select id, coalesce(survivor_id, id) as survivor from customers where id = any(${sql.param([...new Set(ids)])}::uuid[])`,
  )
  return new Map(rows.map(({ id, survivor }) => [id, survivor]))
}

async function readLines({ db }: WriteCtx, owned: readonly Owned[], isWanted: boolean): Promise<Set<string>> {
  if (!isWanted || !owned.length) return new Set()
  const { rows } = await db.execute<{ key: string }>(sql`
    select i.purchase_id || ' ' || i.line as key from ${unnested(owned)}
    join purchase_items i on i.customer_id = k.customer and i.purchase_id = k.id`)
  return new Set(rows.map(({ key }) => key))
}

/** The amount of each credit, and its uses by their external ids, or else by their own. */
async function readCredits({ db }: WriteCtx, owned: readonly Owned[]) {
  type Row = { id: string; amount: string; uses: Record<string, number> | null }
  const { rows } = await db.execute<Row>(sql`
    select c.id, c.amount, (select json_object_agg(coalesce(u.external_id, u.id::text), u.amount) from credit_uses u
      where u.customer_id = c.customer_id and u.credit_id = c.id) as uses
    from ${unnested(owned)} join credits c on c.customer_id = k.customer and c.id = k.id`)
  return new Map(
    rows.map(({ id, amount, uses }) => [id, { amount: Number(amount), uses: new Map(Object.entries(uses ?? {})) }]),
  )
}

const unnested = (owned: readonly Owned[]) =>
  sql`unnest(${sql.param(owned.map((o) => o.customerId))}::uuid[], ${sql.param(owned.map((o) => o.id))}::uuid[]) k(customer, id)`
