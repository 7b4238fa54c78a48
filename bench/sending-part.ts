import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'
import { resendTransport } from '@/lib/mail/resend'
import { receiveReport } from '@/lib/outbox/webhooks/receive'
import { signedByResend } from '@/lib/outbox/webhooks/verify'
import { runOutbox } from '@/lib/outbox/run'
import { outboxSettings } from '@/lib/outbox/settings'
import { dropDatabase, ensureDatabase } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import type { Cluster } from '@/scripts/postgres/cluster'
import { freshSecrets } from '@/scripts/secrets'
import { plantSends } from '@/scripts/soak/plant'
import { GOOD_MOODS, resendStandIn } from '@/scripts/soak/resend-stand-in'

/** Each half is measured for this long, whatever the machine gets done in it. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 20)
/** More than any machine sends in that time; what is left is dropped with the database. */
const SENDS = 1_000 * SECONDS
const WARM_UP_SECONDS = 2
const CONCURRENCY = 16
const REPORTERS = 8
const DATABASE = 'bench_sending'
const SECRET = randomBytes(24)

/** What was done in the time, what it cost this process, and what it asked of the database. */
type Pace = { done: number; seconds: number; cpuMs: number; statements: number }

type SendingFigures = { sends: Pace; concurrency: number; reports: Pace; reporters: number }

/** The outbox to a provider on the loopback that always answers well, and that provider's reports back. A database of its own, made anew. */
export async function sendingPart(cluster: Cluster): Promise<SendingFigures> {
  const own = freshSecrets()
  // What an interrupted run left behind would be sent as well.
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
  const standIn = await resendStandIn(GOOD_MOODS)
  let statements = 0
  try {
    const db = primaryOn(pool, { logger: { logQuery: () => void (statements += 1) } })
    await plantSends(db, SENDS)
    await db.execute(sql`analyze`)
    const paced = pacedBy(() => statements)
    const sends = await sending(db, standIn, paced)
    const reports = await reporting(db, [...standIn.accepted.values()], paced)
    return { sends, concurrency: CONCURRENCY, reports, reporters: REPORTERS }
  } finally {
    await standIn.close()
    await pool.end()
    await dropDatabase(cluster.url('postgres'), DATABASE)
  }
}

type Paced = (done: () => number, enough: () => boolean) => Promise<Pace>

/** Counts from the end of a warm-up until the time is over or there is nothing left to do. */
const pacedBy =
  (statements: () => number): Paced =>
  async (done, enough) => {
    await until(WARM_UP_SECONDS, enough)
    const [before, start, cpu, asked] = [done(), performance.now(), process.cpuUsage(), statements()]
    await until(SECONDS, enough)
    const { user, system } = process.cpuUsage(cpu)
    return {
      done: done() - before,
      seconds: (performance.now() - start) / 1000,
      cpuMs: (user + system) / 1000,
      statements: statements() - asked,
    }
  }

async function until(seconds: number, enough: () => boolean): Promise<void> {
  for (const start = performance.now(); performance.now() - start < seconds * 1000 && !enough();)
    await new Promise((later) => setTimeout(later, 50))
}

async function sending(
  db: Primary,
  { url, accepted }: Awaited<ReturnType<typeof resendStandIn>>,
  paced: Paced,
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
  const pace = await paced(
    () => accepted.size,
    () => accepted.size >= SENDS,
  )
  await running.stop()
  return pace
}

type Sent = { id: string; deliveryId: string }

/** The last is reported first. */
const KINDS = ['email.clicked', 'email.opened', 'email.delivered'] as const

/** As they come over HTTP, from the signature on. */
async function reporting(db: Primary, sent: readonly Sent[], paced: Paced): Promise<Pace> {
  const queue = KINDS.flatMap((type) => sent.map((one) => ({ ...one, type })))
  let received = 0
  const reporters = Array.from({ length: REPORTERS }, async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { raw, headers } = signed(next)
      const verified = signedByResend(raw, headers)
      if (!verified) throw new Error('a good signature was refused')
      await receiveReport(db, { provider: 'resend', ...verified })
      received += 1
    }
  })
  const pace = await paced(
    () => received,
    () => !queue.length,
  )
  queue.length = 0
  await Promise.all(reporters)
  return pace
}

function signed({ id, deliveryId, type }: Sent & { type: string }) {
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

const paceWords = ({ done, seconds, cpuMs, statements }: Pace): string =>
  `${done} in ${seconds.toFixed(0)} s; each ${(cpuMs / done).toFixed(2)} ms of this process's CPU and ${(statements / done).toFixed(1)} statements`

const rate = ({ done, seconds }: Pace): string => (done / seconds).toFixed(0)

export const sendingReport = ({ sends, concurrency, reports, reporters }: SendingFigures): string =>
  [
    `Sending: ${rate(sends)} sends/s through the outbox to a provider on the loopback, ${concurrency} at once, one process (${paceWords(sends)}, the provider's included).`,
    `Webhooks: ${rate(reports)} reports/s verified, kept and counted, ${reporters} at once (${paceWords(reports)}).`,
  ].join('\n')
