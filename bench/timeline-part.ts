import { eq } from 'drizzle-orm'
import { Client } from 'pg'
import { customers } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { listTimeline } from '@/lib/timeline/list'
import { listMonths } from '@/lib/timeline/months'
import { benchCtx, connectForReads } from './connection'
import type { BenchDatabase } from './database'
import { ensureInteractions } from './interactions-data'
import { measure, type Cost } from './measure'
import { ms, table } from './print'

const INTERACTIONS = Number(process.env.BENCH_INTERACTIONS ?? 5_000_000)
const EVENTS = 50_000
const SAMPLES = 300

type Group = { survivorId: string; memberIds: string[]; revealed: Set<string> }
type Read = (ctx: WriteCtx, group: Group) => Promise<unknown>

const READS: [string, Read][] = [
  ['first page', (ctx, group) => listTimeline(ctx, group)],
  ['  messages only', (ctx, group) => listTimeline(ctx, group, { filter: { kind: 'messages' } })],
  ['  by channel', (ctx, group) => listTimeline(ctx, group, { filter: { channel: 'sms' } })],
  ['a month in the middle', (ctx, group) => listTimeline(ctx, group, { month: '2025-03' })],
  ['the months', (ctx, group) => listMonths(ctx, group)],
  ['print view, 500 events', (ctx, group) => listTimeline(ctx, group, { limit: 500 })],
]

type Line = { name: string; median: Cost; whale: Cost }
type TimelineFigures = { interactions: number; floor: Cost; lines: Line[] }

/** Measures the timeline in the database, for an ordinary customer and for one with 50,000 events. */
export async function timelinePart(bench: BenchDatabase): Promise<TimelineFigures> {
  const whale = await ensureInteractions(bench.ownerUrl, INTERACTIONS)
  await addNotes(bench.ownerUrl, whale)
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
      lines.push({ name, median, whale: await measure(pid, ids, () => read(ctx, groupOf(whale))) })
    }
    return { interactions: INTERACTIONS, floor, lines }
  } finally {
    await close()
  }
}

const groupOf = (id: string): Group => ({ survivorId: id, memberIds: [id], revealed: new Set() })

/** Adds notes to the customer with the most messages, until it has 50,000 events. */
async function addNotes(ownerUrl: string, customerId: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(
      `insert into notes (customer_id, id, body, author_id, created_at)
      select $1, gen_random_uuid(), 'Ligou.', (select id from users limit 1), timestamptz '2024-01-01' + n * interval '20 minutes'
      from generate_series(1, $2 - (select count(*) from sends where customer_id = $1) - (select count(*) from notes where customer_id = $1)) n`,
      [customerId, EVENTS],
    )
    await owner.query('vacuum (analyze) notes')
  } finally {
    await owner.end()
  }
}

export function timelineReport({ interactions, floor, lines }: TimelineFigures): string {
  const rows = lines.map(({ name, median, whale }) => [
    name,
    ms(median.cpu.p50),
    ms(median.cpu.p99),
    ms(whale.cpu.p50),
    ms(whale.cpu.p99),
    (whale.cpu.p99 / median.cpu.p99).toFixed(2),
    ms(whale.wall.p50),
    ms(whale.wall.p99),
  ])
  const key = ['primary key', ms(floor.cpu.p50), ms(floor.cpu.p99), '', '', '', ms(floor.wall.p50), ms(floor.wall.p99)]
  const headers = ['read', 'ordinary p50', 'p99', '50,000: p50', 'p99', 'p99 ratio', 'wall p50', 'p99']
  return [
    `The timeline among ${interactions.toLocaleString('en')} interactions. CPU milliseconds in the database, one client: an ordinary customer, and the one with 50,000 events; wall time of the latter.`,
    '',
    table(headers, [key, ...rows]),
  ].join('\n')
}
