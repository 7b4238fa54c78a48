import { eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { detect } from '@/lib/search/detect'
import { listCustomers } from '@/lib/search/list-customers'
import { findCustomers, PAGE, searchCustomers } from '@/lib/search/search-customers'
import { withTimeLimit } from '@/lib/search/time-limit'
import { benchCtx, connect } from './connection'
import type { BenchDatabase } from './database'
import { measure, type Cost } from './measure'
import { listModes, type Mode } from './modes'
import { recall, type Recall } from './recall'

export type DatabaseFigures = {
  customers: number
  /** The cost of reading a customer by primary key in the same run. The other costs are compared with it. */
  floor: Cost
  modes: { name: string; group: Mode['group']; find: Cost; page: Cost }[]
  list: Cost
  recall: Recall
}

/** The number of texts for which recall is measured. One scan of all names finds their true matches, which takes minutes at ten million customers. */
const TEXTS = Number(process.env.BENCH_RECALL ?? 60)

/** Measures the cost of each search mode in the database: `find` reads the matching ids, `page` also what the list shows of each customer. */
export async function databasePart(bench: BenchDatabase): Promise<DatabaseFigures> {
  const { db, pool, pid, close } = await connect(bench.appUrl)
  try {
    const ctx = benchCtx(db)
    const ids = (await pool.query<{ id: string }>('select id from customers limit 300')).rows.map((row) => row.id)
    const floor = await measure(pid, ids, (id) =>
      db.select().from(customers).where(eq(customers.id, id)).prepare('by_id').execute(),
    )
    const modes = []
    for (const mode of await listModes(pool)) {
      console.error(`  ${mode.name}`)
      const modeCtx = benchCtx(db, mode.scope, mode.userId)
      const find = await withTimeLimit(modeCtx, (limited) =>
        measure(pid, mode.requests, (request) =>
          findCustomers(limited, detect(request.q, request.type, request.typing).shapes, null, PAGE + 1),
        ),
      )
      if (find === 'too_slow') throw new Error(`${mode.name} took two seconds.`)
      const page = await measure(pid, mode.requests, (request) => searchCustomers(modeCtx, request))
      modes.push({ name: mode.name, group: mode.group, find, page })
    }
    const list = await measure(pid, ids, () => listCustomers(ctx))
    console.error('  recall')
    return {
      customers: bench.customers,
      floor,
      modes,
      list,
      recall: await recall(db, pool, TEXTS),
    }
  } finally {
    await close()
  }
}
