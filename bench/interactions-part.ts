import { eq, sql, type SQL } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { listCommunications } from '@/lib/interactions/communications'
import { readFilter } from '@/lib/interactions/filter'
import { listInteractions } from '@/lib/interactions/history'
import { listCustomerJourneys } from '@/lib/interactions/journeys'
import { listTotals } from '@/lib/interactions/totals'
import type { WriteCtx } from '@/lib/kernel/context'
import { getProfile } from '@/lib/profile/header'
import { benchCtx, connectForReads } from './connection'
import type { BenchDatabase } from './database'
import { ensureInteractions } from './interactions-data'
import { measure, type Cost } from './measure'
import { ms, table } from './print'

const INTERACTIONS = Number(process.env.BENCH_INTERACTIONS ?? 5_000_000)
const SAMPLES = 300

type Line = { name: string; median: Cost; whale: Cost; rowsRead: number }
type InteractionsFigures = { interactions: number; floor: Cost; lines: Line[] }

type Group = { survivorId: string; memberIds: string[]; revealed: Set<string> }
type Read = (ctx: WriteCtx, group: Group) => Promise<unknown>

const journey = '0190c0de-bbbb-7000-8000-000000000003'
const page =
  (search: Record<string, string>, cursor?: string): Read =>
  (ctx, group) =>
    listInteractions(ctx, group, { filter: readFilter(search), cursor })
/** A cursor in the middle of the interactions of the customer with 50,000. */
const MIDDLE = `${Date.UTC(2025, 2, 26) * 1000}.0190c0de-0000-7000-8000-000000000001.sent`

const READS: [string, Read][] = [
  ['history, first page', page({})],
  ['history, a page in the middle', page({}, MIDDLE)],
  ['  by channel', page({ channel: 'sms' })],
  ['  by journey', page({ journey })],
  ['  by journey and channel', page({ journey, channel: 'sms' })],
  ['  by days', page({ from: '2025-03-01', to: '2025-03-10' })],
  ['  by all of them', page({ journey, channel: 'email', from: '2024-06-01', to: '2024-12-31' })],
  ['  by all, with trials', page({ journey, channel: 'email', from: '2024-06-01', to: '2024-12-31', test: 'on' })],
  ['  by a journey with nothing', page({ journey: '0190c0de-bbbb-7000-8000-000000000099', channel: 'sms' })],
  ['totals per channel', (ctx, group) => listTotals(ctx, group)],
  ['by campaign', (ctx, group) => listCustomerJourneys(ctx, group, { test: false })],
  ['communications, first page', (ctx, group) => listCommunications(ctx, group)],
  ['overview card', (ctx, group) => listCommunications(ctx, group, { limit: 5 })],
  ['profile header', (ctx, { survivorId }) => getProfile(ctx, survivorId)],
]

/** Measures the section's queries in the database, for an ordinary customer and for the one with 50,000 interactions. */
export async function interactionsPart(bench: BenchDatabase): Promise<InteractionsFigures> {
  const whale = await ensureInteractions(bench.ownerUrl, INTERACTIONS)
  const { db, pool, pid, close } = await connectForReads(bench)
  try {
    const ctx = benchCtx(db)
    const ids = (
      await pool.query<{ id: string }>('select id from customers where id <> $1 limit $2', [whale, SAMPLES])
    ).rows.map(({ id }) => id)
    const floor = await measure(pid, ids, (id) =>
      db.select().from(customers).where(eq(customers.id, id)).prepare('by_id').execute(),
    )
    const lines: Line[] = []
    for (const [name, read] of READS) {
      const median = await measure(pid, ids, (id) => read(ctx, groupOf(id)))
      const whaleCost = await measure(pid, ids, () => read(ctx, groupOf(whale)))
      lines.push({ name, median, whale: whaleCost, rowsRead: await rowsRead(ctx, read, groupOf(whale)) })
    }
    return { interactions: INTERACTIONS, floor, lines }
  } finally {
    await close()
  }
}

const groupOf = (id: string): Group => ({ survivorId: id, memberIds: [id], revealed: new Set() })

type Plan = { 'Actual Rows'?: number; 'Actual Loops'?: number; 'Rows Removed by Filter'?: number; Plans?: Plan[] }

/** Counts the rows that the scans of a read visited, including those that they filtered out. Only reads by `db.execute` are counted. */
async function rowsRead(ctx: WriteCtx, read: Read, group: Group): Promise<number> {
  let most = 0
  const explained = Object.create(ctx.db, {
    execute: {
      value: async (query: SQL) => {
        const { rows } = await ctx.db.execute<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
          sql`explain (analyze, format json) ${query}`,
        )
        most = Math.max(most, scanned(rows[0]!['QUERY PLAN'][0].Plan))
        return { rows: [] }
      },
    },
  }) as WriteCtx['db']
  await read({ ...ctx, db: explained }, group)
  return most
}

function scanned(plan: Plan): number {
  const inPlansBelow = (plan.Plans ?? []).reduce((sum, inner) => sum + scanned(inner), 0)
  const own = plan.Plans?.length
    ? 0
    : ((plan['Actual Rows'] ?? 0) + (plan['Rows Removed by Filter'] ?? 0)) * (plan['Actual Loops'] ?? 1)
  return inPlansBelow + own
}

export function interactionsReport({ interactions, floor, lines }: InteractionsFigures): string {
  const ratio = (cost: Cost) => (cost.cpu.p50 / floor.cpu.p50).toFixed(1)
  const rows = lines.map(({ name, median, whale, rowsRead }) => [
    name,
    ms(median.cpu.p50),
    ms(median.cpu.p99),
    ratio(median),
    ms(whale.cpu.p50),
    ms(whale.cpu.p99),
    ratio(whale),
    ms(whale.wall.p50),
    ms(whale.wall.p99),
    rowsRead ? String(Math.round(rowsRead)) : '',
  ])
  const key = [
    'primary key',
    ms(floor.cpu.p50),
    ms(floor.cpu.p99),
    '1.0',
    '',
    '',
    '',
    ms(floor.wall.p50),
    ms(floor.wall.p99),
    '',
  ]
  const headers = [
    'read',
    'ordinary p50',
    'p99',
    '× key',
    '50,000: p50',
    'p99',
    '× key',
    'wall p50',
    'p99',
    'rows read',
  ]
  return [
    `${interactions.toLocaleString('en')} interactions. CPU milliseconds in the database, one client: an ordinary customer, and the one with 50,000; wall time of the latter.`,
    '',
    table(headers, [key, ...rows]),
  ].join('\n')
}
