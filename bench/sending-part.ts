import { createHmac, randomBytes } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import { sql } from 'drizzle-orm'
import { Pool } from 'pg'
import type { Db } from '@/db/client'
import * as schema from '@/db/schema'
import { resendCarrier } from '@/lib/mail/resend'
import { receiveReport } from '@/lib/outbox/reports/receive'
import { signedByResend } from '@/lib/outbox/reports/verify'
import { runOutbox } from '@/lib/outbox/run'
import { outboxSettings } from '@/lib/outbox/settings'
import { dropDatabase, ensureDatabase } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { freshSecrets } from '@/scripts/secrets'
import { plantSends } from '@/scripts/soak/plant'
import { GOOD_MOODS, resendStandIn } from '@/scripts/soak/resend-stand-in'
import type { BenchDatabase } from './database'

const SENDS = 1_000
const REPORTERS = 8
const DATABASE = 'bench_sending'
const SECRET = randomBytes(24)

export type SendingFigures = {
  sends: number
  concurrency: number
  /** From a full outbox to an empty one, each delivery noted with its interaction. */
  sendsPerSecond: number
  reports: number
  /** Verified, kept and brought to their delivery, this many at once. */
  reporters: number
  reportsPerSecond: number
}

/** The outbox to a provider on the loopback that always answers well, and that provider's reports back. A database of its own, made anew. */
export async function sendingPart({ cluster }: BenchDatabase): Promise<SendingFigures> {
  const own = freshSecrets()
  // What an interrupted run left behind would be sent as well.
  await dropDatabase(cluster.url('postgres'), DATABASE)
  await ensureDatabase(cluster.url('postgres'), DATABASE)
  const { url } = await migrateSchema(cluster.url(DATABASE), own.appRolePassword)
  Object.assign(process.env, {
    DATABASE_URL: url, APP_URL: 'http://localhost:3000', AUTH_SECRET: own.authSecret, DATA_KEY: own.dataKey,
    RESEND_WEBHOOK_SECRET: `whsec_${SECRET.toString('base64')}`,
  })
  const pool = new Pool({ connectionString: url, max: 20 })
  const standIn = await resendStandIn(GOOD_MOODS)
  try {
    const db = drizzle(pool, { schema })
    const ids = await plantSends(db, SENDS)
    const concurrency = 16
    const sendsPerSecond = SENDS / (await seconds(() => emptied(db, standIn.url, concurrency)))
    const reportsPerSecond = ids.length / (await seconds(() => report(db, ids)))
    return { sends: SENDS, concurrency, sendsPerSecond, reports: ids.length, reporters: REPORTERS, reportsPerSecond }
  } finally {
    await standIn.close()
    await pool.end()
    await dropDatabase(cluster.url('postgres'), DATABASE)
  }
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

async function emptied(db: Db, baseUrl: string, concurrency: number): Promise<void> {
  const carrier = resendCarrier({ key: 're_bench', baseUrl, from: 'Retrato <ola@retrato.example>', perSecond: 100_000 })
  const running = runOutbox({ db, carrier: () => carrier, settings: { ...outboxSettings(), concurrency } })
  for (let left = 1; left > 0; ) {
    await new Promise((later) => setTimeout(later, 50))
    const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from outbox where state <> 'sent'`)
    left = rows[0]?.n ?? 0
  }
  await running.stop()
}

/** As they come over HTTP, from the signature on. */
async function report(db: Db, deliveryIds: readonly string[]): Promise<void> {
  const queue = deliveryIds.map(signed)
  await Promise.all(
    Array.from({ length: REPORTERS }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const verified = signedByResend(next.raw, next.headers)
        if (!verified) throw new Error('a good signature was refused')
        await receiveReport(db, { provider: 'resend', ...verified })
      }
    }),
  )
}

function signed(deliveryId: string) {
  const data = { email_id: `re-${deliveryId}`, to: ['a@example.com'], tags: { delivery_id: deliveryId } }
  const raw = Buffer.from(JSON.stringify({ type: 'email.delivered', created_at: new Date().toISOString(), data }))
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', SECRET).update(`${deliveryId}.${timestamp}.${raw.toString()}`).digest('base64')
  return { raw, headers: new Headers({ 'svix-id': deliveryId, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` }) }
}

export const sendingReport = (f: SendingFigures): string =>
  [
    `Sending: ${f.sendsPerSecond.toFixed(0)} sends/s through the outbox to a provider on the loopback (${f.sends} sends, ${f.concurrency} at once, one process);`,
    `${f.reportsPerSecond.toFixed(0)} webhook reports/s verified, kept and counted (${f.reports}, ${f.reporters} at once).`,
  ].join(' ')
