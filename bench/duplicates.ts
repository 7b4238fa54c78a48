import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { ensureDatabase } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { secrets } from '@/scripts/secrets'
import { openBenchCluster, openBenchDatabase } from './database'
import { figures } from './measure'
import { ms } from './print'

const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 100_000)
const COPY = `bench_${CUSTOMERS}_duplicates`
const SINGLES = 500

/** Prints how long a full pass takes and how much memory, how many planted duplicates it finds, and what one changed customer costs. */
async function main(): Promise<void> {
  const cluster = await openBenchCluster()
  const owner = new Client({ connectionString: cluster.url(COPY) })
  try {
    await openBenchDatabase(cluster, CUSTOMERS)
    await ensureDatabase(cluster.url('postgres'), COPY, `bench_${CUSTOMERS}`)
    process.env.DATABASE_URL = (await migrateSchema(cluster.url(COPY), secrets().appRolePassword)).url
    await owner.connect()
    await makeComparable(owner)
    await measureFullPass(owner)
    await measureSingles(owner)
  } finally {
    await owner.end()
    const { databasePool } = await import('@/db/client')
    await databasePool('jobs').end()
    await cluster.watchdog.release()
  }
}

/** Adds what the population of the other benchmarks lacks, once. */
async function makeComparable(owner: Client): Promise<void> {
  const { rows } = await owner.query(`select to_regclass('bench_again') is not null as ready`)
  if (rows[0]?.ready) return
  console.error('Adding births, addresses and duplicates.')
  await owner.query('set statement_timeout = 0')
  await owner.query(`begin; ${readFileSync(path.join(__dirname, 'duplicates.sql'), 'utf8')}; commit`)
  await owner.query('vacuum (analyze)')
}

async function measureFullPass(owner: Client): Promise<void> {
  const { database } = await import('@/db/client')
  const { findAllDuplicates } = await import('@/lib/duplicates/find/full-pass')
  for (const title of ['first', 'next']) {
    if (title === 'first') await owner.query('truncate duplicate_keys, duplicate_pairs')
    const [start, cpu] = [Date.now(), process.cpuUsage()]
    const seconds = () => ((Date.now() - start) / 1000).toFixed(0)
    const found = await findAllDuplicates(database('jobs'), {
      print: (line) => console.error(`  ${seconds()} s  ${line}`),
    })
    const own = process.cpuUsage(cpu)
    console.log(
      `full pass, ${title.padEnd(5)}  ${found.customers} customers in ${seconds()} s (${((own.user + own.system) / 1e6).toFixed(0)} s CPU of this process), ` +
        `${found.compared} pairs compared, ${found.pairs} saved, peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    )
  }
  const { rows } = await owner.query(
    `select count(*)::int as planted, count(p.customer_id)::int as found from bench_again a
     left join duplicate_pairs p on p.customer_id = least(a.id, a.again) and p.other_id = greatest(a.id, a.again)`,
  )
  console.log(`planted duplicates    ${rows[0]!.found} of ${rows[0]!.planted} found`)
}

async function measureSingles(owner: Client): Promise<void> {
  const { database } = await import('@/db/client')
  const { compareCustomer } = await import('@/lib/duplicates/find/compare-customer')
  const { rows } = await owner.query<{ id: string }>('select id from customers order by md5(id::text) limit $1', [
    SINGLES,
  ])
  const durations: number[] = []
  for (const { id } of rows) {
    const start = performance.now()
    await database('jobs').transaction((tx) => compareCustomer(tx, id, CUSTOMERS))
    durations.push(performance.now() - start)
  }
  const { p50, p99 } = figures(durations)
  console.log(`one changed customer  p50 ${ms(p50)} ms, p99 ${ms(p99)} ms, one transaction each`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
