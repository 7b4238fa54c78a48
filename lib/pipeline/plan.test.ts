import { Client } from 'pg'
import { aCtx, aStore, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { rowsReadBy, scansOf } from '@/lib/testing/plans'
import { countBoard, listBoard } from './board'
import { listSellers } from './sellers'
import { PIPELINE_STATUSES } from './position'

const { pool, url } = useTestDatabase()

const CUSTOMERS = 30_000
/** A machine with other work needs longer than the usual limit of a hook. */
const FILL_MS_MAX = 120_000

let sellerId: string
let storeIds: string[]

beforeAll(async () => {
  const [seller, other] = [await aUser(pool()), await aUser(pool())]
  const stores = [await aStore(pool()), await aStore(pool()), await aStore(pool())]
  sellerId = seller.id
  storeIds = stores.map(({ id }) => id)
  await asOwner(
    `insert into customers (id, kind, name, store_id, assigned_user_id, pipeline_status, pipeline_changed_at, created_at)
      select gen_random_uuid(), 'person', 'Ana', ($1::uuid[])[n % 3 + 1], case n % 4 when 0 then $2::uuid when 1 then $3::uuid end,
        (array['new', 'new', 'new', 'in_progress', 'won', 'lost', 'lost'])[n % 7 + 1],
        case when n % 2 = 0 then now() - n * interval '1 minute' end, now() - n * interval '1 hour'
      from generate_series(1, ${CUSTOMERS}) n`,
    [storeIds, seller.id, other.id],
  )
  // The planner chooses its indexes by these statistics, which only the owner of the table can update.
  await asOwner('analyze customers')
}, FILL_MS_MAX)

async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const ownerUrl = new URL(process.env.TEST_OWNER_URL ?? '')
  ownerUrl.pathname = new URL(url()).pathname
  const owner = new Client({ connectionString: ownerUrl.href })
  await owner.connect()
  try {
    await owner.query(statement, values)
  } finally {
    await owner.end()
  }
}

it.each(['all', 'stores'] as const)(
  'reads at most one more row than a page from each range (scope %s)',
  async (kind) => {
    const ctx = await aCtx(pool(), 'manager', kind === 'stores' ? { kind, storeIds: storeIds.slice(1) } : { kind })
    for (const status of [...PIPELINE_STATUSES, undefined]) {
      const { nextCursor } = await listBoard(ctx, { sellerId, status })
      for (const cursor of [undefined, nextCursor!]) {
        const scans = await scansOf(pool(), ctx, (explained) => listBoard(explained, { sellerId, status }, cursor))
        expect(scans.length).toBeGreaterThan(1)
        expect(scans.filter((scan) => rowsReadBy(scan) > 21)).toEqual([])
      }
    }
    const counted = await scansOf(pool(), ctx, (explained) => countBoard(explained, sellerId).catch(() => undefined))
    expect(counted.filter((scan) => rowsReadBy(scan) > 100)).toEqual([])
  },
)

it('probes the index once for each user to find the sellers', async () => {
  const ctx = await aCtx(pool(), 'manager')
  expect((await listSellers(ctx)).map(({ id }) => id)).toContain(sellerId)
})
