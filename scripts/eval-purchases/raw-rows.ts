import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { imports } from '@/db/schema'
import { withClient } from '@/scripts/database/databases'
import type { EvalFiles, FileName, Mappings } from './import-files'

/** Amounts in minor units; average days in tenths. */
export type Figure = { purchases: number; total: number; averageTicket: number | null; averageDays: number | null }

/**
 * The figures by plain SQL over the rows as they are in the files, loaded by COPY into tables of their own. The rules: the first row of a
 * purchase with a known customer names its customer and day, rows that say otherwise do not count, and cancelled purchases do not count.
 */
export function figuresOfRawRows(
  superuser: string,
  files: EvalFiles,
  mappings: Mappings,
  dayOrder: 'mdy' | 'dmy',
): Promise<Map<string, Figure>> {
  return withClient(superuser, async (client) => {
    await client.query(`set datestyle = 'ISO, ${dayOrder === 'mdy' ? 'MDY' : 'DMY'}'`)
    for (const name of ['customers', 'orders', 'items'] as const) if (files[name]) await load(client, name, files[name])
    const { rows } = await client.query<Row>(figuresSql(mappings, Boolean(files.items)))
    return new Map(rows.map((row) => [row.customer, figureOf(row)]))
  })
}

/** Loads a file into a table of texts, in the order of its rows. */
async function load(client: Client, name: FileName, file: string): Promise<void> {
  const [latest] = await database('jobs')
    .select()
    .from(imports)
    .where(eq(imports.fileName, path.basename(file)))
    .orderBy(desc(imports.createdAt))
    .limit(1)
  const { headers, dialect } = latest!
  const columns = headers.map((header) => client.escapeIdentifier(header))
  await client.query(`create table raw_${name} (n bigserial, ${columns.map((column) => `${column} text`).join(', ')})`)
  const options = `format csv, header true, delimiter ${client.escapeLiteral(dialect.delimiter)}, encoding '${ENCODINGS[dialect.encoding] ?? 'UTF8'}'`
  await pipeline(
    createReadStream(file),
    client.query(copyFrom(`copy raw_${name} (${columns.join(', ')}) from stdin with (${options})`)),
  )
}

const ENCODINGS: Record<string, string> = { 'utf-8': 'UTF8', latin1: 'WIN1252' }

type Row = { customer: string; purchases: string; total: string; first: string; last: string }

function figureOf({ purchases, total, first, last }: Row): Figure {
  const [count, sum] = [BigInt(purchases), BigInt(total)]
  const days = BigInt(Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000))
  return {
    purchases: Number(count),
    total: Number(sum),
    averageTicket: half(sum, count),
    averageDays: count < 2n ? null : half(days * 10n, count - 1n),
  }
}

/** Divides and rounds half away from zero. */
function half(dividend: bigint, divisor: bigint): number {
  const size = dividend < 0n ? -dividend : dividend
  const rounded = (2n * size + divisor) / (2n * divisor)
  return Number(dividend < 0n ? -rounded : rounded)
}

const CANCELLED = `lower(trim(coalesce(situation, ''))) in ('canceled', 'cancelled', 'cancelada', 'cancelado', 'devolvida', 'unavailable')`

function figuresSql(mappings: Mappings, hasItems: boolean): string {
  const of = (file: FileName, target: string) =>
    mappings[file][target]
      ? `trim(${file === 'orders' ? 'o.' : ''}"${mappings[file][target].replaceAll('"', '""')}")`
      : null
  const order = (target: string) => of('orders', target)
  const source: FileName = hasItems ? 'items' : 'orders'
  const item = (target: string) => of(source, target)
  const number = (text: string | null, other: string) =>
    text ? `coalesce(nullif(${text}, '')::numeric, ${other}::numeric)` : `${other}::numeric`
  const price = number(item('unitPrice'), '0')
  const quantity = number(item('quantity'), '1')
  const marked = order('cancellationMark') ? `${order('cancellationMark')} ~* '^c[0-9]'` : 'false'
  const isReturn = order('negativeQuantity') && !hasItems ? 'true' : 'false'
  return `
    with people as (select distinct ${of('customers', 'externalId')} as customer from raw_customers),
    keys as (select distinct ${of('customers', 'otherId') ?? of('customers', 'externalId')} as key, ${of('customers', 'externalId')} as customer from raw_customers),
    rows as (
      select o.n, ${order('purchaseId')} as purchase, k.customer, (${order('purchasedAt')})::timestamp::date as day,
        ${order('situation') ?? 'null'} as situation, ${number(order('total'), 'null')} as stated, ${marked} as marked,
        ${hasItems ? '0' : quantity} as quantity, ${hasItems ? '0' : price} as price
      from raw_orders o join keys k on k.key = ${order('customerId')}),
    possible as (
      select * from rows where price >= 0 and price = round(price, 2) and quantity ${hasItems ? '>= 0' : '<> 0'}
        and (quantity >= 0 or marked or ${isReturn})),
    first_rows as (select distinct on (purchase) purchase, customer, day, situation, marked, stated from possible order by purchase, n),
    right_rows as (
      select p.* from possible p join first_rows f using (purchase)
      where (p.customer, p.day, p.marked) = (f.customer, f.day, f.marked) and p.situation is not distinct from f.situation),
    amounts as (${
      hasItems
        ? `select purchase, sum(round(price * quantity * 100) + round(freight * 100)) as total from (
            select distinct on (purchase, line) ${item('purchaseId')} as purchase, ${item('line') ?? 'n::text'} as line, ${price} as price,
              ${quantity} as quantity, ${number(item('itemFreight'), '0')} as freight
            from raw_items order by 1, 2, n) i group by purchase`
        : `select purchase, sum(round(price * quantity * 100)) as total from right_rows group by purchase`
    }),
    counted as (
      select f.customer, f.purchase, f.day, coalesce(round(f.stated * 100), a.total, 0) as total from first_rows f left join amounts a using (purchase)
      where not f.marked and not (${CANCELLED}))
    select customer, count(*) as purchases, sum(total)::bigint as total, min(day)::text as first, max(day)::text as last
    from counted group by customer`
}
