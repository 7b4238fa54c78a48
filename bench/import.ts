import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { cpfCheckDigits } from '@/lib/values/tax-id'
import { dropDatabase, dropRole, ensureDatabase, withClient } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { openCluster } from '@/scripts/postgres/cluster'

/** The tables that an import writes to, in an order that satisfies the foreign keys. */
const TABLES = [
  'customers',
  'customer_names',
  'contact_points',
  'external_ids',
  'audit_chains',
  'audit_events',
] as const

const FIRST = [
  'Maria',
  'José',
  'Ana',
  'João',
  'Antônio',
  'Francisca',
  'Carlos',
  'Paulo',
  'Adriana',
  'Juliana',
  'Márcia',
  'Luís',
  'Wellington',
  'Thaís',
]
const LAST = [
  'da Silva',
  'Santos',
  'Oliveira',
  'Souza',
  'Rodrigues',
  'Ferreira',
  'Alves',
  'Pereira',
  'Lima',
  'Gomes',
  'Conceição',
  'Antunes',
]

const pick = (list: readonly string[], n: number) => list[n % list.length]!

function* lines(rows: number): Generator<string> {
  yield 'codigo;nome;cpf;celular;e-mail;logradouro;numero;bairro;cidade;uf;cep;profissao\n'
  for (let n = 0; n < rows; n++) {
    const hash = createHash('md5').update(String(n)).digest().readUInt32BE()
    const base = String(100_000_000 + n)
    const name = `${pick(FIRST, hash)} ${pick(FIRST, hash >>> 4)} ${pick(LAST, hash >>> 8)} ${pick(LAST, hash >>> 12)}`
    const mobile = `119${String(70_000_000 + n)}`
    yield `C${n};${name};${base}${cpfCheckDigits(base)};${mobile};cliente${n}@example.com;Rua das Flores;${n % 3000};Centro;São Paulo;SP;05422001;dentista\n`
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e9
}

const dumpTables = (url: string, dir: string) =>
  withClient(url, async (client) => {
    for (const table of TABLES)
      await pipeline(
        client.query(copyTo(`copy ${table} to stdout (format binary)`)),
        createWriteStream(path.join(dir, table)),
      )
  })

/** Writes the rows of the import again by COPY, into tables with the same columns. */
const copyBack = (url: string, dir: string, into: (table: string) => string) =>
  withClient(url, async (client) => {
    await client.query('begin')
    for (const table of TABLES)
      await pipeline(
        createReadStream(path.join(dir, table)),
        client.query(copyFrom(`copy ${into(table)} from stdin (format binary)`)),
      )
    await client.query('commit')
  })

async function addAdmin(url: string): Promise<string> {
  const { newId } = await import('@/lib/values/ids')
  const id = newId()
  await withClient(url, (client) =>
    client.query(
      `insert into users (id, name, email, role, scope) values ($1, 'Bench', 'bench@example.com', 'admin', 'all')`,
      [id],
    ),
  )
  return id
}

async function importFile(rows: number): Promise<number> {
  const { database, databasePool } = await import('@/db/client')
  const { registerUpload } = await import('@/lib/imports/commands/register')
  const { keyOf, storeFile } = await import('@/lib/imports/upload/store-file')
  const { runImport } = await import('@/lib/imports/run-import')
  const { viewerOfUser } = await import('@/lib/access/viewer-of-user')
  const { imports } = await import('@/db/schema')
  const { newId } = await import('@/lib/values/ids')
  const viewer = await viewerOfUser(process.env.BENCH_USER!, database())
  const ctx = { db: database(), viewer: viewer!, requestId: 'bench', now: new Date() }
  const id = newId()
  const file = await storeFile(database(), id, Readable.from(lines(rows)), { maxBytes: 10_000_000_000 })
  if (!file.ok) throw new Error(file.code)
  const { ok: _, ...facts } = file
  await registerUpload(ctx, { id, fileName: 'bench.csv', storageKey: keyOf(id), ...facts })
  await database().update(imports).set({ status: 'queued' })
  const duration = await seconds(() => runImport(database(), id))
  const [done] = await database().select().from(imports)
  if (done?.accepted !== rows) throw new Error(`accepted ${done?.accepted} of ${rows}: ${done?.failure}`)
  await databasePool().end()
  return duration
}

/** Prints the rows per second of a first import of BENCH_IMPORT_ROWS rows, compared with COPY of the same rows into the same tables. */
async function main() {
  const rows = Number(process.env.BENCH_IMPORT_ROWS ?? 20_000)
  const dir = mkdtempSync(path.join(tmpdir(), 'retrato-bench-import-'))
  const cluster = await openCluster({ dir: 'bench-postgres', fast: true })
  const name = `bench_import_${randomBytes(3).toString('hex')}`
  await ensureDatabase(cluster.url('postgres'), name)
  const owner = cluster.url(name)
  const role = await migrateSchema(owner, randomBytes(16).toString('hex'))
  try {
    Object.assign(process.env, {
      DATABASE_URL: role.url,
      APP_URL: 'http://localhost:3000',
      AUTH_SECRET: randomBytes(32).toString('base64'),
      DATA_KEY: randomBytes(32).toString('base64'),
      RETRATO_DATA: dir,
      BENCH_USER: await addAdmin(owner),
    })
    const importSeconds = await importFile(rows)
    const peakMb = process.resourceUsage().maxRSS / 1024
    await dumpTables(owner, dir)
    await withClient(owner, (client) => client.query(`truncate ${TABLES.join(', ')} cascade`))
    const indexed = await seconds(() => copyBack(owner, dir, (table) => table))
    await withClient(owner, async (client) => {
      for (const table of TABLES) await client.query(`create table bare_${table} (like ${table})`)
    })
    const bare = await seconds(() => copyBack(owner, dir, (table) => `bare_${table}`))
    report(rows, { import: importSeconds, indexed, bare }, peakMb)
  } finally {
    await dropDatabase(cluster.url('postgres'), name)
    await dropRole(cluster.url('postgres'), role.name)
    rmSync(dir, { recursive: true })
    await cluster.watchdog.release()
  }
}

function report(rows: number, durations: { import: number; indexed: number; bare: number }, peakMb: number) {
  const rate = (s: number) => Math.round(rows / s)
  const share = (s: number) => `${((100 * s) / durations.import).toFixed(0)} %`
  console.log(`import                 ${rate(durations.import)} rows/s, peak memory ${peakMb.toFixed(0)} MB`)
  console.log(
    `COPY, indexed tables   ${rate(durations.indexed)} rows/s; the import reaches ${share(durations.indexed)} of it`,
  )
  console.log(
    `COPY, bare tables      ${rate(durations.bare)} rows/s; the import reaches ${share(durations.bare)} of it`,
  )
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
