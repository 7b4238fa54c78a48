import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { generateReasons } from '@/lib/agenda-generation/generate'
import { settleReasons } from '@/lib/agenda/jobs/settle'
import { listAgendaReasons } from '@/lib/seller-agenda/list-reasons'
import { benchCtx, connectForReads } from './connection'
import type { BenchDatabase } from './database'
import { type Cost, measure } from './measure'
import { ms, table } from './print'

const SELLERS_REASONS = 10_000
const SAMPLES = 200

/** Every customer with a purchase is in the period of the first rule on every day. */
const RULES = [
  ['no_purchase', 30, 30],
  ['birthday', 7, 10],
  ['credit_expiring', 10, 10],
  ['after_purchase', 45, 5],
] as const

type Run = { reasons: number; seconds: number; rssMb: number }

export type AgendaFigures = { customers: number; first: Run; again: Run; settling: Run; page: Cost }

/** Measures a run of the rules over all customers, a second run, the job that ends reasons, and the first page of a seller's agenda. */
export async function agendaPart(bench: BenchDatabase): Promise<AgendaFigures> {
  const owner = new Client({ connectionString: bench.ownerUrl })
  await owner.connect()
  const { db, pid, close } = await connectForReads(bench)
  try {
    await plant(owner, bench.customers)
    const now = new Date()
    const first = await timed(async () => (await generateReasons(db, now)).reasons)
    const again = await timed(async () => (await generateReasons(db, now)).reasons)
    await owner.query('vacuum (analyze) agenda_reasons')
    const settling = await timed(() => settleReasons(db, now))
    const sellerId = await giveToOneSeller(owner)
    const ctx = benchCtx(db, { kind: 'all' }, sellerId)
    const page = await measure(pid, Array.from({ length: SAMPLES }), () =>
      listAgendaReasons(ctx, { sellerId, storeIds: [], workStoreIds: [] }),
    )
    return { customers: bench.customers, first, again, settling, page }
  } finally {
    await close()
    await owner.end()
  }
}

async function plant(owner: Client, customers: number): Promise<void> {
  await owner.query(`set statement_timeout = 0`)
  const { rows } = await owner.query(`select to_regclass('bench_agenda') is not null as ready`)
  if (!rows[0]?.ready) {
    await owner.query(readFileSync(path.join(__dirname, 'agenda-data.sql'), 'utf8'))
    await owner.query('call bench_fill_agenda($1)', [customers])
    await owner.query('create table bench_agenda as select now() as at')
  }
  await owner.query('truncate agenda_interactions, agenda_reasons, agenda_rules')
  for (const [kind, days, openDays] of RULES)
    await owner.query(
      `insert into agenda_rules (id, kind, name, days, open_days, message, enabled)
      values (gen_random_uuid(), $1, $1, $2, $3, 'Olá, {{name}}! Aqui é {{seller}}, da {{store}}.', true)`,
      [kind, days, openDays],
    )
  await owner.query('vacuum (analyze) customers, consents, purchases, credits, contact_points, agenda_reasons')
}

async function timed(work: () => Promise<number>): Promise<Run> {
  const started = performance.now()
  const reasons = await work()
  const seconds = (performance.now() - started) / 1000
  return { reasons, seconds, rssMb: process.resourceUsage().maxRSS / 1024 }
}

/** Gives reasons to one user until that user has as many as the figure asks for. */
async function giveToOneSeller(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(`select bench_uuid(7, 'user') as id`)
  const sellerId = rows[0]!.id
  await owner.query(
    `update agenda_reasons r set seller_id = $1 from (select customer_id, id from agenda_reasons where status = 'pending'
      and seller_id is distinct from $1 limit greatest(0, $2 - (select count(*) from agenda_reasons where seller_id = $1))) chosen
    where r.customer_id = chosen.customer_id and r.id = chosen.id`,
    [sellerId, SELLERS_REASONS],
  )
  await owner.query('vacuum (analyze) agenda_reasons')
  return sellerId
}

export function agendaReport({ customers, first, again, settling, page }: AgendaFigures): string {
  const row = (name: string, { reasons, seconds, rssMb }: Run) => [
    name,
    reasons.toLocaleString('en'),
    seconds.toFixed(1),
    rssMb.toFixed(0),
  ]
  return [
    `Agenda, ${customers.toLocaleString('en')} customers and ${RULES.length} rules`,
    table(
      ['job', 'reasons', 'seconds', 'RSS MB (highest so far)'],
      [
        row('generating reasons', first),
        row('generating again on the same day', again),
        row('ending reasons', settling),
      ],
    ),
    '',
    `First page of a seller with ${SELLERS_REASONS.toLocaleString('en')} open reasons: CPU ms in the database p50 ${ms(page.cpu.p50)}, p99 ${ms(page.cpu.p99)}.`,
  ].join('\n')
}
