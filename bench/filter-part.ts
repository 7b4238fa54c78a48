import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Client, type Pool } from 'pg'
import { DEFAULT_STATES } from '@/lib/cases/default-states'
import { DEFAULT_TAGS } from '@/lib/relationships/default-tags'
import { listFiltered } from '@/lib/reports/customer-filter/list'
import {
  type CustomerFilter,
  EMPTY_REPORT,
  type Report,
  reportQuery,
  SORTS,
} from '@/lib/reports/customer-filter/schema'
import type { Scope } from '@/lib/access/viewer'
import { benchCtx, connect } from './connection'
import type { BenchDatabase } from './database'
import { type Figures, figures } from './measure'
import { pick } from './random'

/** How many random reports are asked for. */
const REPORTS = Number(process.env.BENCH_FILTERS ?? 600)

export type FilterFigures = {
  customers: number
  reports: number
  wall: Figures & { max: number }
  /** How many reports were refused with the request for another condition. */
  refused: number
  slowest: { query: string; ms: number; refused: boolean }[]
  refusedQueries: string[]
}

/** Measures the first page of random reports: one to five conditions, any order, any scope. */
export async function filterPart(bench: BenchDatabase): Promise<FilterFigures> {
  await plant(bench)
  const { db, pool, close } = await connect(bench.appUrl)
  try {
    const conditions = await listConditions(pool)
    const [{ id: userId }] = (await pool.query<{ id: string }>(`select bench_uuid(3, 'user') as id`)).rows as [
      { id: string },
    ]
    const stores = (await pool.query<{ id: string }>('select id from stores order by code limit 3')).rows.map(
      ({ id }) => id,
    )
    const scopes: Scope[] = [{ kind: 'all' }, { kind: 'all' }, { kind: 'stores', storeIds: stores }, { kind: 'own' }]
    const asked: { ms: number; refused: boolean; query: string }[] = []
    for (let n = 0; n < REPORTS; n++) {
      const scope = scopes[n % scopes.length]!
      const report = randomReport(conditions, 1 + (n % 5))
      const start = performance.now()
      const page = await listFiltered(benchCtx(db, scope, userId), report)
      asked.push({
        ms: performance.now() - start,
        refused: page === 'too_slow',
        query: `${scope.kind}: ${reportQuery(report)}`,
      })
    }
    const times = asked.map(({ ms }) => ms)
    const refused = asked.filter((one) => one.refused)
    return {
      customers: bench.customers,
      reports: REPORTS,
      wall: { ...figures(times), max: Math.max(...times) },
      refused: refused.length,
      slowest: asked.toSorted((a, b) => b.ms - a.ms).slice(0, 10),
      refusedQueries: refused.map(({ query }) => query),
    }
  } finally {
    await close()
  }
}

/** Adds what the filter reads to the customers, once. */
export async function plant({ ownerUrl, customers }: BenchDatabase): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl, statement_timeout: 0 })
  await owner.connect()
  try {
    const { rows } = await owner.query(`select to_regclass('bench_filter_ready') is not null as ready`)
    if (rows[0]?.ready) return void (await owner.query('analyze'))
    console.error('  planting dates, addresses, consents, cases and relationships')
    await owner.query(readFileSync(path.join(__dirname, 'filter-data.sql'), 'utf8'))
    await owner.query('call bench_fill_filter($1)', [customers])
    await owner.query('vacuum (analyze)')
    await owner.query('create table bench_filter_ready as select now() as at')
  } finally {
    await owner.end()
  }
}

/** Values of each condition, common and rare ones. */
async function listConditions(pool: Pool): Promise<CustomerFilter[]> {
  const ids = async (noun: string, numbers: number[]) =>
    (
      await pool.query<{ id: string }>(`select bench_uuid(n, $1) as id from unnest($2::int[]) n`, [noun, numbers])
    ).rows.map(({ id }) => id)
  const cities = await pool.query<{ city: string }>(
    `select distinct 'Cidade ' || bench_word(n) as city from unnest(array[1, 20, 400, 4000]) n`,
  )
  return [
    ...(await ids('store', [0, 5, 39])).map((store) => ({ store })),
    ...(await ids('user', [0, 50, 399])).flatMap((user) => [{ seller: user }, { assigned: user }]),
    { assigned: 'none' },
    ...(['none', '0', '5'] as const).map((rating) => ({ rating })),
    { registeredFrom: '2025-12-01' },
    { registeredTo: '2017-01-01' },
    { registeredFrom: '2020-03-01', registeredTo: '2020-03-02' },
    { purchaseFrom: '2025-11-01' },
    { purchaseTo: '2022-06-01' },
    { purchaseFrom: '2024-02-01', purchaseTo: '2024-02-29' },
    { city: 'sao paulo' },
    ...cities.rows,
    { state: 'SP' },
    { state: 'RR' },
    ...(['email', 'sms', 'whatsapp', 'agenda'] as const).map((channel) => ({ channel })),
    { cases: 'any' },
    { cases: 'none' },
    { cases: DEFAULT_STATES.waiting },
    { tag: DEFAULT_TAGS.mother },
    { quietDays: 30 },
    { quietDays: 365 },
    { quietDays: 1_200 },
  ]
}

function randomReport(conditions: CustomerFilter[], count: number): Report {
  const chosen = Array.from({ length: count }, () => conditions[pick(conditions.length)]!)
  return {
    ...EMPTY_REPORT,
    filter: Object.assign({}, ...chosen) as CustomerFilter,
    sort: SORTS[pick(SORTS.length)]!,
    isAscending: pick(2) === 1,
  }
}

export function filterReport({ customers, reports, wall, refused, slowest, refusedQueries }: FilterFigures): string {
  const ms = (value: number) => value.toFixed(0)
  return [
    `Customer filter, ${reports} random reports over ${customers} customers`,
    `  p50 ${ms(wall.p50)} ms, p99 ${ms(wall.p99)} ms, slowest ${ms(wall.max)} ms`,
    `  ${refused} asked for another condition`,
    ...slowest.map((one) => `  ${ms(one.ms)} ms  ${one.refused ? 'refused ' : ''}${one.query}`),
    ...refusedQueries.map((query) => `  refused  ${query}`),
  ].join('\n')
}
