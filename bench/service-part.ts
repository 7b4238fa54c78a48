import { Client } from 'pg'
import type { WriteCtx } from '@/lib/kernel/context'
import { listQueue, QUEUE_TABS } from '@/lib/cases/queue'
import { listTranscript } from '@/lib/conversations/transcript'
import { benchCtx, connectForReads } from './connection'
import type { BenchDatabase } from './database'
import { measure, type Cost } from './measure'
import { ms, table } from './print'

const OPEN_CASES = 100_000
const LONG = 20_000
const SHORT = 40
const SAMPLES = 300

/** This subject marks the planted rows, so that a second run finds them. */
const SUBJECT = 'Bench'

type Planted = { userId: string; long: Conversation; short: Conversation[] }
type Conversation = { customerId: string; id: string }
type ServiceFigures = { lines: { name: string; cost: Cost }[] }

/** Measures in the database what agents read all day: the queue of cases, and conversations of ordinary and of extreme length. */
export async function servicePart(bench: BenchDatabase): Promise<ServiceFigures> {
  const { userId, long, short } = await plant(bench.ownerUrl)
  const { db, pid, close } = await connectForReads(bench)
  try {
    const ctx = benchCtx(db, { kind: 'all' }, userId)
    const rounds = Array.from({ length: SAMPLES }, (_, at) => at)
    const lines: ServiceFigures['lines'] = []
    const add = async (name: string, read: (at: number) => Promise<unknown>) => {
      lines.push({ name, cost: await measure(pid, rounds, read) })
    }
    for (const tab of QUEUE_TABS) {
      await add(`queue: ${tab}`, () => listQueue(ctx, tab))
      const { nextCursor } = await listQueue(ctx, tab)
      if (nextCursor) await add('  second page', () => listQueue(ctx, tab, nextCursor))
    }
    await add(`conversation of ${SHORT} messages`, (at) => readAt(ctx, short[at % short.length]!))
    await add(`conversation of ${LONG} messages`, () => readAt(ctx, long))
    await add('  a page in the middle', () => readAt(ctx, long, LONG / 2))
    return { lines }
  } finally {
    await close()
  }
}

const readAt = (ctx: WriteCtx, of: Conversation, before?: number) =>
  listTranscript(ctx, { survivorId: of.customerId, memberIds: [of.customerId], revealed: new Set() }, of, { before })

/** Plants 100,000 open cases, of which one user has a twentieth and nobody has the others, and the conversations. */
async function plant(ownerUrl: string): Promise<Planted> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(
      `insert into cases (customer_id, id, subject, state_id, assigned_user_id, due_on, created_by)
      select c.id, gen_random_uuid(), $1, (select id from case_states where phase = 'open' order by place limit 1),
        case when n % 20 = 0 then u.id end, current_date + (n % 90)::int - 30, u.id
      from generate_series(1, $2 - (select count(*) from cases where subject = $1)) n
      join (select id, row_number() over (order by id) as row from customers) c on c.row = 1 + n % (select count(*) from customers)
      cross join (select id from users order by id limit 1) u`,
      [SUBJECT, OPEN_CASES],
    )
    const { rows: users } = await owner.query<{ id: string }>('select id from users order by id limit 1')
    const { rows: customers } = await owner.query<{ id: string }>('select id from customers order by id limit 51')
    const [long, ...short] = await Promise.all(
      customers.map(({ id }, at) => plantConversation(owner, id, at === 0 ? LONG : SHORT)),
    )
    await owner.query('vacuum (analyze) cases, conversations, conversation_messages')
    return { userId: users[0]!.id, long: long!, short }
  } finally {
    await owner.end()
  }
}

async function plantConversation(owner: Client, customerId: string, messages: number): Promise<Conversation> {
  const known = await owner.query<{ id: string }>(
    'select id from conversations where customer_id = $1 and subject = $2',
    [customerId, SUBJECT],
  )
  if (known.rows[0]) return { customerId, id: known.rows[0].id }
  const { rows } = await owner.query<{ id: string }>(
    `insert into conversations (customer_id, id, channel, subject, source, message_count, opened_at, last_message_at, created_at)
    values ($1, gen_random_uuid(), 'chat', $2, 'webhook', $3, now() - interval '1 year', now(), now()) returning id`,
    [customerId, SUBJECT, messages],
  )
  const id = rows[0]!.id
  await owner.query(
    `insert into conversation_messages (customer_id, conversation_id, number, direction, body, occurred_at, recorded_at)
    select $1, $2, n, case when n % 2 = 0 then 'out' else 'in' end, 'Bom dia, o pedido chegou? Mensagem ' || n, at, at
    from (select n, now() - interval '1 minute' * ($3::int - n) as at from generate_series(1, $3::int) n) planned`,
    [customerId, id, messages],
  )
  return { customerId, id }
}

export function serviceReport({ lines }: ServiceFigures): string {
  const rows = lines.map(({ name, cost }) => [
    name,
    ms(cost.cpu.p50),
    ms(cost.cpu.p99),
    ms(cost.wall.p50),
    ms(cost.wall.p99),
  ])
  return [
    `The queue among ${OPEN_CASES.toLocaleString('en')} open cases, and conversations. CPU milliseconds in the database, one client; wall time.`,
    '',
    table(['read', 'CPU p50', 'p99', 'wall p50', 'p99'], rows),
  ].join('\n')
}
