import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { openPool } from '@/db/pool'
import { primaryOn } from '@/db/handles'
import { aUser } from '@/lib/testing/builders'
import type { WriteCtx } from '@/lib/kernel/context'
import { mergeCustomers } from '@/lib/merges/commands/merge'
import { undoMerge } from '@/lib/merges/commands/undo'
import { OPTIONAL_PARTS } from '@/lib/merges/contributions'
import { listTimeline } from '@/lib/timeline/list'
import { benchCtx, connectForReads } from './connection'
import type { BenchDatabase } from './database'
import { figures, measure, type Cost, type Figures } from './measure'
import { ms, table } from './print'

const EVENTS = 50_000
const ROUNDS = 100
const CLIENTS = 32
const MERGES = Number(process.env.BENCH_MERGES ?? 3_200)
const SAMPLES = 100
/** Recognises the customers of this part. */
const MARK = 'bench: merges'

type Pair = { name: string; merge: Figures; undo: Figures; walBytes: number }

type MergeFigures = {
  pairs: Pair[]
  perSecond: number
  refused: number
  deadlocks: number
  timeline: { single: Cost; merged: Cost }
}

/** Measures a merge and its undo, many merges at once, and the timeline of a merged customer. */
export async function mergesPart(bench: BenchDatabase): Promise<MergeFigures> {
  const owner = new Client({ connectionString: bench.ownerUrl })
  await owner.connect()
  const { db, close } = await connectForReads(bench)
  try {
    const { id: userId } = await aUser(db)
    const ctx = benchCtx(db, { kind: 'all' }, userId)
    const ids = await plantCustomers(owner, MERGES * 2 + 4)
    const whales = [ids[0]!, ids[1]!] as const
    for (const whale of whales) await addNotes(owner, whale, userId)
    const pairs = [
      await roundTrips(owner, ctx, `two with ${EVENTS.toLocaleString('en')} events each`, whales),
      await roundTrips(owner, ctx, 'two ordinary customers', [ids[2]!, ids[3]!]),
    ]
    const throughput = await manyAtOnce(bench, owner, userId, ids.slice(4))
    return { pairs, ...throughput, timeline: await timelines(bench, ctx, whales) }
  } finally {
    await close()
    await owner.end()
  }
}

/** Adds customers with a mobile phone each, once; the ids of the others are not valid UUIDs, so commands refuse them. */
async function plantCustomers(owner: Client, count: number): Promise<string[]> {
  const planted = () =>
    owner.query<{ id: string }>(`select id from customers where how_met = $1 order by id limit $2`, [MARK, count])
  if ((await planted()).rows.length < count) {
    await owner.query(
      `with added as (insert into customers (id, kind, name, how_met) select gen_random_uuid(), 'person', c.name, $1
        from customers c where c.kind = 'person' and c.survivor_id is null order by c.id limit $2 returning id)
      insert into contact_points (customer_id, id, channel, value, normalized, match_key, primary_at)
      select id, gen_random_uuid(), 'mobile', '+55119' || n, '+55119' || n, n || '|11', now()
      from (select id, lpad((row_number() over ())::text, 8, '0') as n from added) numbered`,
      [MARK, count],
    )
    await owner.query(`select index_customer_names(array(select id from customers where how_met = $1))`, [MARK])
    await owner.query('vacuum (analyze) customers, contact_points, customer_names')
  }
  return (await planted()).rows.map(({ id }) => id)
}

async function addNotes(owner: Client, customerId: string, userId: string): Promise<void> {
  await owner.query(
    `insert into notes (customer_id, id, body, author_id, created_at)
    select $1, gen_random_uuid(), 'Ligou.', $2, timestamptz '2024-01-01' + n * interval '20 minutes'
    from generate_series(1, $3 - (select count(*) from notes where customer_id = $1)) n`,
    [customerId, userId, EVENTS],
  )
  await owner.query('vacuum (analyze) notes')
}

async function merged(ctx: WriteCtx, [customerId, otherId]: readonly [string, string]) {
  const { rows } = await ctx.db.execute<{ id: string; version: number }>(
    sql`select id, version from customers where id in (${customerId}, ${otherId})`,
  )
  const version = (id: string) => rows.find((row) => row.id === id)!.version
  const input = { customerId, version: version(customerId), otherId, otherVersion: version(otherId) }
  const started = performance.now()
  const result = await mergeCustomers(ctx, { ...input, parts: [...OPTIONAL_PARTS], differentDocuments: 'yes' })
  return { result, wall: performance.now() - started }
}

async function roundTrips(owner: Client, ctx: WriteCtx, name: string, pair: readonly [string, string]): Promise<Pair> {
  const times = { merge: [] as number[], undo: [] as number[] }
  let walBytes = 0
  for (let round = 0; round < ROUNDS; round++) {
    const before = await walPosition(owner)
    const { result, wall } = await merged(ctx, pair)
    if (!result.ok) throw new Error(`the merge was refused: ${JSON.stringify(result.failure)}`)
    walBytes = (await walPosition(owner)) - before
    times.merge.push(wall)
    const started = performance.now()
    const undone = await undoMerge(ctx, { customerId: pair[0], mergeId: result.value.mergeId })
    if (!undone.ok) throw new Error(`the undo was refused: ${JSON.stringify(undone.failure)}`)
    times.undo.push(performance.now() - started)
  }
  return { name, merge: figures(times.merge), undo: figures(times.undo), walBytes }
}

const walPosition = async (owner: Client): Promise<number> =>
  Number((await owner.query<{ at: string }>(`select pg_current_wal_insert_lsn() - '0/0' as at`)).rows[0]!.at)

const deadlocksOf = async (owner: Client): Promise<number> =>
  Number(
    (await owner.query<{ n: string }>('select deadlocks as n from pg_stat_database where datname = current_database()'))
      .rows[0]!.n,
  )

async function manyAtOnce(bench: BenchDatabase, owner: Client, userId: string, ids: readonly string[]) {
  const pool = openPool({ connectionString: bench.appUrl, max: CLIENTS })
  const db = primaryOn(pool)
  const before = await deadlocksOf(owner)
  const done: { customerId: string; mergeId: string }[] = []
  let refused = 0
  let next = 0
  const client = async () => {
    const ctx = benchCtx(db, { kind: 'all' }, userId)
    for (let at = next++; at < MERGES; at = next++) {
      const { result } = await merged(ctx, [ids[at * 2]!, ids[at * 2 + 1]!])
      if (result.ok) done.push(result.value)
      else refused += 1
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, client))
  const seconds = (performance.now() - started) / 1000
  const ctx = benchCtx(db, { kind: 'all' }, userId)
  for (const { customerId, mergeId } of done) await undoMerge(ctx, { customerId, mergeId })
  const deadlocks = (await deadlocksOf(owner)) - before
  await pool.end()
  return { perSecond: done.length / seconds, refused, deadlocks }
}

async function timelines(bench: BenchDatabase, ctx: WriteCtx, whales: readonly [string, string]) {
  const { db, pid, close } = await connectForReads(bench)
  try {
    const samples = Array.from({ length: SAMPLES }, (_, at) => at)
    const page = (memberIds: string[]) =>
      measure(pid, samples, () =>
        listTimeline(benchCtx(db), { survivorId: memberIds[0]!, memberIds, revealed: new Set() }),
      )
    const single = await page([whales[0]])
    const { result } = await merged(ctx, whales)
    if (!result.ok) throw new Error('the merge was refused')
    const both = await page([...whales])
    await undoMerge(ctx, { customerId: whales[0], mergeId: result.value.mergeId })
    return { single, merged: both }
  } finally {
    await close()
  }
}

export function mergesReport({ pairs, perSecond, refused, deadlocks, timeline }: MergeFigures): string {
  const rows = pairs.map(({ name, merge, undo, walBytes }) => [
    name,
    ms(merge.p50),
    ms(merge.p99),
    ms(undo.p50),
    ms(undo.p99),
    (walBytes / 1024).toFixed(0),
  ])
  const ratio = (timeline.merged.cpu.p50 / timeline.single.cpu.p50).toFixed(2)
  return [
    'Merges and their undo. Wall milliseconds, one client; the size of the write-ahead log of one merge.',
    '',
    table(['customers', 'merge p50', 'p99', 'undo p50', 'p99', 'WAL kB'], rows),
    '',
    `${MERGES.toLocaleString('en')} merges with ${CLIENTS} clients: ${perSecond.toFixed(0)} a second, ${refused} refused, ${deadlocks} deadlocks.`,
    `First page of the timeline, CPU milliseconds in the database: one record ${ms(timeline.single.cpu.p50)}, two merged records ${ms(timeline.merged.cpu.p50)} (${ratio} times).`,
  ].join('\n')
}
