import { eq } from 'drizzle-orm'
import { Client } from 'pg'
import { purchases } from '@/db/schema'
import { listPurchases } from '@/lib/purchases/list'
import { getPurchaseMetrics } from '@/lib/purchases/metrics'
import { benchCtx, connectForReads } from './connection'
import type { BenchDatabase } from './database'
import { type Cost, measure } from './measure'
import { ms, table } from './print'

const PURCHASES = 5_000
const SAMPLES = 200
/** Names the customer of this part. */
const MARK = 'bench: purchases'

export type PurchasesFigures = { metrics: Cost; page: Cost; count: Cost }

/** Measures the figures and the first page of a customer with very many purchases, beside a count of these purchases. */
export async function purchasesPart(bench: BenchDatabase): Promise<PurchasesFigures> {
  const owner = new Client({ connectionString: bench.ownerUrl })
  await owner.connect()
  const { db, pid, close } = await connectForReads(bench)
  try {
    const customerId = await plant(owner)
    const ctx = benchCtx(db, { kind: 'all' })
    const group = { survivorId: customerId, memberIds: [customerId], revealed: new Set<string>() }
    const samples = Array.from({ length: SAMPLES })
    return {
      metrics: await measure(pid, samples, () => getPurchaseMetrics(ctx, group)),
      page: await measure(pid, samples, () => listPurchases(ctx, group, {})),
      count: await measure(pid, samples, () => db.$count(purchases, eq(purchases.customerId, customerId))),
    }
  } finally {
    await close()
    await owner.end()
  }
}

/**
 * Adds a customer with purchases of two items each over five years, of which some were returned or have exclusions, and with credits, once.
 */
async function plant(owner: Client): Promise<string> {
  const found = await owner.query<{ id: string }>('select id from customers where how_met = $1', [MARK])
  if (found.rows[0]) return found.rows[0].id
  const { rows } = await owner.query<{ id: string }>(
    `insert into customers (id, kind, name, how_met) values (gen_random_uuid(), 'person', 'Compra Muito', $1) returning id`,
    [MARK],
  )
  const customerId = rows[0]!.id
  await owner.query(
    `insert into purchases (customer_id, id, source, external_id, purchased_at, currency, total, freight, situation, payment)
    select $1, gen_random_uuid(), 'bench', 'P-' || n, now() - n * interval '8 hours 45 minutes', 'BRL', 5000 + n % 9000, 500,
      case when n % 40 = 0 then 'cancelled' else 'delivered' end, 'Pix' from generate_series(1, $2::int) n`,
    [customerId, PURCHASES],
  )
  const ofCustomer = 'from purchases p where p.customer_id = $1'
  const statements = [
    `insert into purchase_items (customer_id, purchase_id, line, sku, description, quantity, unit_price, total)
      select p.customer_id, p.id, line, 'SKU-' || line, 'Camiseta', 1, 2500, 2500 from purchases p, generate_series(1, 2) line
      where p.customer_id = $1`,
    `insert into purchase_returns (customer_id, purchase_id, id, line, amount, returned_at)
      select p.customer_id, p.id, gen_random_uuid(), 1, 2500, p.purchased_at ${ofCustomer} and uuid_hash(p.id) % 20 = 0`,
    `insert into purchase_exclusions (customer_id, purchase_id, id, reason, amount)
      select p.customer_id, p.id, gen_random_uuid(), 'freight', 500 ${ofCustomer} and uuid_hash(p.id) % 4 = 0`,
    `insert into credits (customer_id, id, source, external_id, currency, amount, generated_at, purchase_id)
      select p.customer_id, gen_random_uuid(), 'bench', 'C-' || p.external_id, 'BRL', 1000, p.purchased_at, p.id ${ofCustomer}
      and uuid_hash(p.id) % 50 = 0`,
    `insert into credit_uses (customer_id, credit_id, id, amount, used_at, purchase_id)
      select c.customer_id, c.id, gen_random_uuid(), 500, c.generated_at, c.purchase_id from credits c where c.customer_id = $1`,
  ]
  for (const statement of statements) await owner.query(statement, [customerId])
  await owner.query(
    'vacuum (analyze) purchases, purchase_items, purchase_returns, purchase_exclusions, credits, credit_uses',
  )
  return customerId
}

export function purchasesReport({ metrics, page, count }: PurchasesFigures): string {
  const row = (name: string, { cpu, wall }: Cost) => [
    ...[name, ms(cpu.p50), ms(cpu.p99), ms(wall.p50), ms(wall.p99)],
    (cpu.p50 / count.cpu.p50).toFixed(1),
  ]
  return [
    `A customer with ${PURCHASES.toLocaleString('en')} purchases. Milliseconds in the database, one client.`,
    table(
      ['query', 'CPU p50', 'p99', 'wall p50', 'p99', '× count'],
      [row('all figures', metrics), row('first page of the list', page), row('counting the purchases', count)],
    ),
  ].join('\n')
}
