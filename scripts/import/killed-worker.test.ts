import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { primaryOn, type Primary } from '@/db/handles'
import { imports } from '@/db/schema'
import { verifyAudit } from '@/lib/audit/verify'
import { aQueuedImport } from '@/lib/testing/imports'
import { cpfCheckDigits } from '@/lib/values/tax-id'
import { aCtx } from '@/lib/testing/builders'
import { REPO_ROOT } from '@/scripts/repo-root'
import { ownDatabase } from '@/lib/testing/own-database'

jest.mock('../../lib/jobs/boss', () => ({ enqueue: jest.fn() }))

const ROWS = 1_050
const BATCH_ROWS = 50
const KILLS = 3
const folder = mkdtempSync(path.join(tmpdir(), 'retrato-killed-'))
process.env.RETRATO_DATA = folder

let own: Awaited<ReturnType<typeof ownDatabase>>
let db: Primary
let pool: Pool

beforeAll(async () => {
  own = await ownDatabase()
  pool = new Pool({ connectionString: own.url, max: 4 })
  db = primaryOn(pool)
})

afterAll(async () => {
  await pool.end()
  await own.drop()
  rmSync(folder, { recursive: true })
})

function* lines() {
  yield 'codigo;nome;cpf;celular\n'
  for (let n = 0; n < ROWS; n++) {
    const base = String(200_000_000 + n)
    // Every 50th row has a wrong check digit and is rejected.
    const digits = n % 50 ? cpfCheckDigits(base) : String((Number(cpfCheckDigits(base)) + 1) % 100).padStart(2, '0')
    yield `K${n};Cliente Número ${n};${base}${digits};119${String(80_000_000 + n)}\n`
  }
}

function startWorker(importId: string): ChildProcess {
  return spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/testing/import-worker.ts', importId, String(BATCH_ROWS)],
    {
      cwd: REPO_ROOT,
      env: { ...process.env, DATABASE_URL: own.url, RETRATO_DATA: folder },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
}

const statusOf = async (id: string) => (await db.select().from(imports).where(eq(imports.id, id)))[0]!

/** Polls the number of imported rows, because another process commits them. Resolves when it is above `rows`. */
async function waitForRows(id: string, rows: number) {
  for (;;) {
    const job = await statusOf(id)
    if (job.rowsDone > rows || job.status === 'finished') return job.rowsDone
    await wait(15)
  }
}

it('continues after its worker is killed, and neither loses nor repeats a row', async () => {
  const { id } = await aQueuedImport(await aCtx(db, 'admin'), [...lines()].join(''))
  let done = -1
  for (let kill = 0; kill < KILLS; kill++) {
    const worker = startWorker(id)
    const exited = once(worker, 'exit')
    done = await waitForRows(id, done < 0 ? 0 : done)
    worker.kill('SIGKILL')
    await exited
  }
  expect((await statusOf(id)).status).toBe('running')
  await once(startWorker(id), 'exit')
  const job = await statusOf(id)
  const rejected = ROWS / 50
  expect(job).toMatchObject({
    status: 'finished',
    rowsDone: ROWS,
    accepted: ROWS - rejected,
    created: ROWS - rejected,
    changed: 0,
    rejected,
  })
  const { rows } = await db.execute<Record<string, string>>(sql`
    select (select count(*) from customers) as customers, (select count(distinct document_number) from customers) as documents,
      (select count(*) from contact_points where primary_at is not null) as points, (select count(*) from external_ids) as ids,
      (select count(*) from audit_events where event = 'customer.imported') as events,
      (select count(*) from import_rejections) as rejections`)
  const accepted = String(ROWS - rejected)
  expect(rows[0]).toEqual({
    customers: accepted,
    documents: accepted,
    points: accepted,
    ids: accepted,
    events: accepted,
    rejections: String(rejected),
  })
  expect(await verifyAudit(db)).toMatchObject({ first: null })
}, 240_000)

it('imports each row once when two workers run the same import', async () => {
  const { id } = await aQueuedImport(
    await aCtx(db, 'admin'),
    [...lines()].join('').replaceAll('K', 'J').replaceAll(';119', ';219'),
  )
  const workers = [startWorker(id), startWorker(id)]
  await Promise.all(workers.map((worker) => once(worker, 'exit')))
  expect(await statusOf(id)).toMatchObject({
    status: 'finished',
    rowsDone: ROWS,
    accepted: ROWS - ROWS / 50,
    created: 0,
  })
}, 240_000)
