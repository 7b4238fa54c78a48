import { sql } from 'drizzle-orm'
import type { WriteCtx } from '@/lib/kernel/context'
import { today } from '@/lib/kernel/today'
import { aCtx, aStore, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { rowsReadInAllLoops, scansOf } from '@/lib/testing/plans'
import { listAgendaReasons } from './list-reasons'

const { pool } = useTestDatabase()

const REASONS = 10_000
/** One more than a page, in each of two arms, each with its customer, and some room for the filter. */
const READ_MAX = 26 * 4

let ctx: WriteCtx
let storeId: string
let sellerId: string

/** A seller with 10,000 open reasons, a colleague with as many in the same store, and 100 that nobody has. */
beforeAll(async () => {
  const db = pool()
  storeId = (await aStore(db)).id
  ctx = { ...(await aCtx(db, 'seller', { kind: 'stores', storeIds: [storeId] })), db }
  sellerId = ctx.viewer.userId
  const colleague = await aUser(db)
  await db.execute(sql`insert into customers (id, kind, name, store_id)
    select md5(n::text)::uuid, 'person', 'Ana ' || n, ${storeId}::uuid from generate_series(1, ${REASONS}) n`)
  const plant = (owner: string | null, count: number) =>
    db.execute(sql`insert into agenda_reasons (customer_id, id, store_id, seller_id, kind, reason, opens_on, closes_on)
      select md5(n::text)::uuid, gen_random_uuid(), ${storeId}::uuid, ${owner}::uuid, 'manual', 'Ligar', ${today()}::date - 1, ${today()}::date + n % 30
      from generate_series(1, ${count}) n`)
  await plant(sellerId, REASONS)
  await plant(colleague.id, REASONS)
  await plant(null, 100)
  await db.execute(sql`analyze customers, agenda_reasons`)
})

it.each([
  ['the first page', undefined],
  ['a later page', `${today()}.00000000-0000-4000-8000-000000000000.00000000-0000-4000-8000-000000000000`],
])('reads the rows of %s only, although a seller has 10,000 reasons', async (_name, cursor) => {
  const agenda = { sellerId, storeIds: [storeId], workStoreIds: [storeId] }
  const scans = await scansOf(pool(), ctx, (explained) => listAgendaReasons(explained, agenda, cursor))
  expect(scans.length).toBeGreaterThan(0)
  expect(scans.filter((scan) => rowsReadInAllLoops(scan) > READ_MAX)).toEqual([])
})

it('reads the rows of one page only for a manager of the store', async () => {
  const agenda = { sellerId: null, storeIds: [storeId], workStoreIds: [] }
  const scans = await scansOf(pool(), ctx, (explained) => listAgendaReasons(explained, agenda))
  expect(scans.filter((scan) => rowsReadInAllLoops(scan) > READ_MAX)).toEqual([])
})
