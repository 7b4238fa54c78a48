import { Client } from 'pg'
import { ensureDatabase } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { type Cluster, openCluster } from '@/scripts/postgres/cluster'
import { secrets } from '@/scripts/secrets'
import { populate } from './population'

export type BenchDatabase = { customers: number; cluster: Cluster; ownerUrl: string; appUrl: string }

/** Opens the Postgres server of the benchmarks. */
export const openBenchCluster = (): Promise<Cluster> => openCluster({ dir: 'bench-postgres', fast: true })

/** Opens a database with this number of customers. The first run creates it; later runs reuse it. */
export async function openBenchDatabase(cluster: Cluster, customers: number): Promise<BenchDatabase> {
  const name = `bench_${customers}`
  await ensureDatabase(cluster.url('postgres'), name)
  const ownerUrl = cluster.url(name)
  const own = secrets()
  const { url: appUrl } = await migrateSchema(ownerUrl, own.appRolePassword)
  // The measured code runs in this process and needs the portal's environment.
  Object.assign(process.env, {
    DATABASE_URL: appUrl,
    APP_URL: 'http://localhost:3000',
    AUTH_SECRET: own.authSecret,
    DATA_KEY: own.dataKey,
  })
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query(`select to_regclass('bench_ready') is not null as ready`)
    if (!rows[0]?.ready) await withTimestamps(customers, (print) => populate(owner, customers, print))
  } finally {
    await owner.end()
  }
  return { customers, cluster, ownerUrl, appUrl }
}

async function withTimestamps(customers: number, work: (print: (step: string) => void) => Promise<void>) {
  const start = Date.now()
  const print = (step: string) => console.error(`  ${((Date.now() - start) / 1000).toFixed(0)} s  ${step}`)
  console.error(`Creating ${customers} customers.`)
  await work(print)
  print('done')
}
