import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import { Client } from 'pg'
import { primaryOn } from '@/db/handles'
import { sessions } from '@/db/schema'
import { aPdf } from '@/lib/pdf/hostile'
import { aCustomer, aUser } from '@/lib/testing/builders'
import { daysAfter } from '@/lib/values/days'
import { newId } from '@/lib/values/ids'
import { ensureDatabase } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { openCluster } from '@/scripts/postgres/cluster'
import { waitForExit, signal } from '@/scripts/postgres/processes'
import { freePort } from '@/scripts/postgres/server'
import { REPO_ROOT } from '@/scripts/repo-root'
import { freshSecrets } from '@/scripts/secrets'

const START_MS = 180_000
const STOP_MS = 20_000

/** Postgres does not run as root, so its account must be able to enter this folder. */
const data = mkdtempSync(path.join(realpathSync(tmpdir()), 'retrato-stop-'))
chmodSync(data, 0o711)

let portal: ChildProcess | undefined
let customerId: string
let cookie: string

const COOKIE = 'retrato-session'

/** Creates an embedded database with the schema, a customer and a user with a session, so that the portal starts without loading the demo data. */
beforeAll(async () => {
  const secrets = { ...freshSecrets(), actionsKey: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? '' }
  writeFileSync(path.join(data, 'secrets.json'), JSON.stringify(secrets))
  const cluster = await openCluster({ dir: path.join(data, 'postgres'), fast: true })
  await ensureDatabase(cluster.url('postgres'), 'retrato')
  await migrateSchema(cluster.url('retrato'), secrets.appRolePassword)
  const client = new Client({ connectionString: cluster.url('retrato') })
  await client.connect()
  const db = primaryOn(client)
  const [user, sessionId] = [await aUser(db), newId()]
  await db.insert(sessions).values({ id: sessionId, userId: user.id, expiresAt: daysAfter(new Date(), 1) })
  customerId = (await aCustomer(db, {})).id
  cookie = `${COOKIE}=${await encode({ token: { sid: sessionId }, secret: secrets.authSecret, salt: COOKIE })}`
  await client.end()
  await cluster.watchdog.release()
}, START_MS)

afterEach(() => {
  for (const pid of portal?.pid ? family(portal.pid) : []) signal(pid, 'SIGKILL')
})
afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))

/** Runs `npm run portal` without this test's environment variables. Resolves with its address. */
async function start(): Promise<string> {
  const { PATH, HOME } = process.env
  const port = await freePort(0)
  const env = { PATH, HOME, RETRATO_DATA: data, PORT: String(port), WEB_PROCESSES: '2', LOG_LEVEL: 'warn' }
  portal = spawn('npm', ['run', 'portal'], {
    cwd: REPO_ROOT,
    env: env as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let output = ''
  while (!output.includes('Ctrl-C stops it')) {
    const [chunk] = (await once(portal.stdout!, 'data')) as [Buffer]
    output += String(chunk)
  }
  portal.stdout!.resume()
  return `http://localhost:${port}`
}

/** Uploads a PDF, which the portal reads in a process of its own. */
async function upload(origin: string): Promise<number> {
  const form = new FormData()
  const fields = { customerId, idempotencyKey: newId(), title: 'Contrato' }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('files', new Blob([new Uint8Array(aPdf(1))], { type: 'application/pdf' }), 'contrato.pdf')
  const headers = { origin, cookie }
  return (await fetch(`${origin}/api/documents`, { method: 'POST', headers, body: form, redirect: 'manual' })).status
}

/** Returns the pids of a process and its descendants. */
function family(pid: number): number[] {
  const lines = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).stdout.trim().split('\n')
  const parents = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
  const withDescendants = (root: number): number[] => [
    root,
    ...parents.filter(([, parent]) => parent === root).flatMap(([child]) => withDescendants(child)),
  ]
  return withDescendants(pid)
}

const commandIs = (part: string) => (pid: number) =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').includes(part)

it.each([
  ['npm', 'npm run portal'],
  ['the launcher', 'node scripts/portal.mjs'],
])(
  'SIGTERM to %s ends every process that npm run portal started',
  async (_name, command) => {
    expect(await upload(await start())).toBe(303)
    const pids = family(portal!.pid!)
    expect(pids.some(commandIs('lib/pdf/work/process.mjs'))).toBe(true)
    const postgres = Number(readFileSync(path.join(data, 'postgres/pgdata/postmaster.pid'), 'utf8').split('\n')[0])
    const target = pids.find(commandIs(command))!
    // npm, a shell, the launcher, the watchdog, the primary, two web processes, and Postgres with its child processes.
    expect(pids.length).toBeGreaterThan(6)
    signal(target, 'SIGTERM')
    const survivors: number[] = []
    for (const pid of new Set([...pids, postgres])) if (!(await waitForExit(pid, STOP_MS))) survivors.push(pid)
    expect(survivors).toEqual([])
  },
  START_MS,
)
