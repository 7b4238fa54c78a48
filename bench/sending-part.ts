import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'
import { resendTransport } from '@/lib/mail/resend'
import { receiveWebhook } from '@/lib/outbox/webhooks/receive'
import { verifyResend } from '@/lib/outbox/webhooks/verify'
import { runOutbox } from '@/lib/outbox/run'
import { outboxSettings } from '@/lib/outbox/settings'
import { dropDatabase, ensureDatabase } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import type { Cluster } from '@/scripts/postgres/cluster'
import { freshSecrets } from '@/scripts/secrets'
import { plantSends } from '@/scripts/soak/plant'
import { fakeResend, NO_FAULTS } from '@/scripts/soak/fake-resend'

/** Sending and webhooks are measured for this long each. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 20)
/** More than any machine sends in that time. */
const SENDS = 1_000 * SECONDS
const WARM_UP_SECONDS = 2
const CONCURRENCY = 16
const WEBHOOK_CLIENTS = 8
const DATABASE = 'bench_sending'
const SECRET = randomBytes(24)

/** How much was done, the CPU time of this process, and the number of SQL statements. */
type Pace = { done: number; seconds: number; cpuMs: number; statements: number }

type SendingFigures = { sends: Pace; concurrency: number; webhooks: Pace; clients: number }

/** Measures the outbox with a provider on the loopback that never fails, then the webhooks of that provider. It uses a new, separate database. */
export async function sendingPart(cluster: Cluster): Promise<SendingFigures> {
  const own = freshSecrets()
  // An interrupted run may have left sends in this database.
  await dropDatabase(cluster.url('postgres'), DATABASE)
  await ensureDatabase(cluster.url('postgres'), DATABASE)
  const { url } = await migrateSchema(cluster.url(DATABASE), own.appRolePassword)
  Object.assign(process.env, {
    DATABASE_URL: url,
    APP_URL: 'http://localhost:3000',
    AUTH_SECRET: own.authSecret,
    DATA_KEY: own.dataKey,
    RESEND_WEBHOOK_SECRET: `whsec_${SECRET.toString('base64')}`,
  })
  const pool = new Pool({ connectionString: url, max: 20 })
  const resend = await fakeResend(NO_FAULTS)
  let statements = 0
  try {
    const db = primaryOn(pool, { logger: { logQuery: () => void (statements += 1) } })
    await plantSends(db, SENDS)
    await db.execute(sql`analyze`)
    const measurePace = paceMeter(() => statements)
    const sends = await measureSends(db, resend, measurePace)
    const webhooks = await measureWebhooks(db, [...resend.accepted.values()], measurePace)
    return { sends, concurrency: CONCURRENCY, webhooks, clients: WEBHOOK_CLIENTS }
  } finally {
    await resend.close()
    await pool.end()
    await dropDatabase(cluster.url('postgres'), DATABASE)
  }
}

type MeasurePace = (countDone: () => number, isFinished: () => boolean) => Promise<Pace>

/** Counts from the end of a warm-up until the time is over or all work is done. */
const paceMeter =
  (statements: () => number): MeasurePace =>
  async (countDone, isFinished) => {
    await waitFor(WARM_UP_SECONDS, isFinished)
    const [doneBefore, start, cpuBefore, statementsBefore] = [
      countDone(),
      performance.now(),
      process.cpuUsage(),
      statements(),
    ]
    await waitFor(SECONDS, isFinished)
    const { user, system } = process.cpuUsage(cpuBefore)
    return {
      done: countDone() - doneBefore,
      seconds: (performance.now() - start) / 1000,
      cpuMs: (user + system) / 1000,
      statements: statements() - statementsBefore,
    }
  }

async function waitFor(seconds: number, isFinished: () => boolean): Promise<void> {
  for (const start = performance.now(); performance.now() - start < seconds * 1000 && !isFinished();)
    await new Promise((later) => setTimeout(later, 50))
}

async function measureSends(
  db: Primary,
  { url, accepted }: Awaited<ReturnType<typeof fakeResend>>,
  measurePace: MeasurePace,
): Promise<Pace> {
  const transport = resendTransport({
    key: 're_bench',
    baseUrl: url,
    from: 'Retrato <ola@retrato.example>',
    perSecond: 100_000,
  })
  const running = runOutbox({
    db,
    transport: () => transport,
    settings: { ...outboxSettings(), concurrency: CONCURRENCY },
  })
  const pace = await measurePace(
    () => accepted.size,
    () => accepted.size >= SENDS,
  )
  await running.stop()
  return pace
}

type Sent = { id: string; deliveryId: string }

/** The events of each e-mail. The queue is read from its end, so they are sent in reverse order. */
const KINDS = ['email.clicked', 'email.opened', 'email.delivered'] as const

/** Handles webhooks as the route handler does, from checking the signature on. */
async function measureWebhooks(db: Primary, sent: readonly Sent[], measurePace: MeasurePace): Promise<Pace> {
  const queue = KINDS.flatMap((type) => sent.map((email) => ({ ...email, type })))
  let received = 0
  const clients = Array.from({ length: WEBHOOK_CLIENTS }, async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { raw, headers } = sign(next)
      const verified = verifyResend(raw, headers)
      if (!verified) throw new Error('a valid signature was refused')
      await receiveWebhook(db, { provider: 'resend', ...verified })
      received += 1
    }
  })
  const pace = await measurePace(
    () => received,
    () => !queue.length,
  )
  queue.length = 0
  await Promise.all(clients)
  return pace
}

function sign({ id, deliveryId, type }: Sent & { type: string }) {
  const data = { email_id: id, to: ['a@example.com'], tags: { delivery_id: deliveryId } }
  const raw = Buffer.from(JSON.stringify({ type, created_at: new Date().toISOString(), data }))
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', SECRET).update(`${type}-${id}.${timestamp}.${raw.toString()}`).digest('base64')
  return {
    raw,
    headers: new Headers({
      'svix-id': `${type}-${id}`,
      'svix-timestamp': timestamp,
      'svix-signature': `v1,${signature}`,
    }),
  }
}

const paceText = ({ done, seconds, cpuMs, statements }: Pace): string =>
  `${done} in ${seconds.toFixed(0)} s; each ${(cpuMs / done).toFixed(2)} ms of this process's CPU and ${(statements / done).toFixed(1)} statements`

const rate = ({ done, seconds }: Pace): string => (done / seconds).toFixed(0)

export const sendingReport = ({ sends, concurrency, webhooks, clients }: SendingFigures): string =>
  [
    `Sending: ${rate(sends)} sends/s through the outbox to a provider on the loopback, ${concurrency} at once, one process (${paceText(sends)}, the provider's included).`,
    `Webhooks: ${rate(webhooks)} events/s verified, stored and counted, ${clients} at once (${paceText(webhooks)}).`,
  ].join('\n')
