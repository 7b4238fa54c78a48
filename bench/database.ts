import { Client } from 'pg'
import { ensureDatabase } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { type Cluster, openCluster } from '@/scripts/postgres/cluster'
import { secrets } from '@/scripts/secrets'
import { populate } from './population'

export type BenchDatabase = { customers: number; cluster: Cluster; ownerUrl: string; appUrl: string }

/** The Postgres server of the benchmarks. */
export const openBenchCluster = (): Promise<Cluster> => openCluster({ dir: 'bench-postgres', fast: true })

/** A database with that many customers. The first run creates it, later runs reuse it. */
export async function openBenchDatabase(cluster: Cluster, customers: number): Promise<BenchDatabase> {
  const name = `bench_${customers}`
  await ensureDatabase(cluster.url('postgres'), name)
  const ownerUrl = cluster.url(name)
  const own = secrets()
  const { url: appUrl } = await migrateSchema(ownerUrl, own.appRolePassword)
  // Code that is measured in this process needs the environment of the portal.
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
    if (!rows[0]?.ready) await timed(customers, (say) => populate(owner, customers, say))
  } finally {
    await owner.end()
  }
  return { customers, cluster, ownerUrl, appUrl }
}

async function timed(customers: number, work: (say: (step: string) => void) => Promise<void>) {
  const start = Date.now()
  const say = (step: string) => console.error(`  ${((Date.now() - start) / 1000).toFixed(0)} s  ${step}`)
  console.error(`Making ${customers} customers.`)
  await work(say)
  say('done')
}
