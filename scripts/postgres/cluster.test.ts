import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { type Cluster, openCluster, openThrowawayCluster } from '@/scripts/postgres/cluster'
import { postmasterOf } from '@/scripts/postgres/postmaster'
import { isRunning, waitForExit, signal } from '@/scripts/postgres/processes'

jest.setTimeout(60_000)

let dir: string
const opened: Cluster[] = []

beforeEach(() => {
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'retrato-launcher-'))
})

afterEach(async () => {
  for (const cluster of opened.splice(0)) await cluster.watchdog.release()
  rmSync(dir, { recursive: true, force: true })
})

async function open(fast = true): Promise<Cluster> {
  const cluster = await openCluster({ dir, fast })
  opened.push(cluster)
  return cluster
}

async function close(cluster: Cluster): Promise<void> {
  opened.splice(opened.indexOf(cluster), 1)
  await cluster.watchdog.release()
}

async function ask(cluster: Cluster, text: string): Promise<unknown> {
  const client = new Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  const { rows } = await client.query({ text, rowMode: 'array' }).finally(() => client.end())
  return rows[0]?.[0]
}

const pgdata = () => path.join(dir, 'pgdata')

test('keeps its rows and its port when it is stopped and started', async () => {
  const first = await open()
  await ask(first, 'create table answers as select 42 as answer')
  await close(first)
  expect(isRunning(first.pid)).toBe(false)
  const second = await open()
  expect(second.port).toBe(first.port)
  expect(await ask(second, 'select answer from answers')).toBe(42)
})

test('adopts a running server, which stops with its last user', async () => {
  const first = await open()
  const second = await open()
  expect([second.adopted, second.pid]).toEqual([true, first.pid])
  await close(first)
  expect(await ask(second, 'select 1')).toBe(1)
  await close(second)
  expect(isRunning(first.pid)).toBe(false)
})

test('starts after the server was killed, and has everything that was committed', async () => {
  const first = await open(false)
  await ask(first, 'create table answers as select 42 as answer')
  process.kill(first.pid, 'SIGKILL')
  await waitForExit(first.pid, 5_000)
  const second = await open()
  expect(second.adopted).toBe(false)
  expect(await ask(second, 'select answer from answers')).toBe(42)
})

test('ignores a pid file whose pid now belongs to another program', async () => {
  const first = await open()
  const file = path.join(pgdata(), 'postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n')
  await close(first)
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'))
  expect(postmasterOf(pgdata())).toBeNull()
  expect(await ask(await open(), 'select 1')).toBe(1)
})

test('removes an unfinished data folder and creates a new one', async () => {
  const endedProcess = spawn(process.execPath, ['-e', ''])
  await once(endedProcess, 'exit')
  const draft = path.join(dir, `pgdata.draft-${endedProcess.pid}-0a`)
  mkdirSync(path.join(draft, 'base'), { recursive: true })
  writeFileSync(path.join(draft, 'PG_VERSION'), '18\n')
  expect(await ask(await open(), 'select 1')).toBe(1)
  expect(readdirSync(dir).filter((name) => name.includes('draft'))).toEqual([])
})

test('two processes that create the same data folder at once share one server', async () => {
  const [first, second] = await Promise.all([open(), open()])
  expect(first.pid).toBe(second.pid)
  expect(await ask(second, 'select 1')).toBe(1)
})

test('starts a killed server again', async () => {
  const cluster = await open()
  process.kill(cluster.pid, 'SIGKILL')
  await waitForExit(cluster.pid, 5_000)
  await cluster.revive()
  expect(await ask(cluster, 'select 1')).toBe(1)
})

test('stops the server and the watched processes when the process that opened the cluster is killed', async () => {
  const user = spawnUser()
  const [server = 0, child = 0] = String((await once(user.stdout!, 'data'))[0])
    .split(' ')
    .map(Number)
  signal(user.pid!, 'SIGKILL')
  expect(await waitForExit(child, 10_000)).toBe(true)
  expect(await waitForExit(server, 10_000)).toBe(true)
  expect(existsSync(pgdata())).toBe(true)
})

test('opening a throwaway cluster removes one whose process and watchdog were killed', async () => {
  rmSync(dir, { recursive: true })
  dir = mkdtempSync(path.join(realpathSync(tmpdir()), 'retrato-pg-'))
  const user = spawnUser()
  const [server = 0, child = 0] = String((await once(user.stdout!, 'data'))[0])
    .split(' ')
    .map(Number)
  for (const watchdog of readdirSync(path.join(dir, 'leases'))) signal(Number(watchdog), 'SIGKILL')
  signal(user.pid!, 'SIGKILL')
  await once(user, 'exit')
  opened.push(await openThrowawayCluster())
  expect(isRunning(server)).toBe(false)
  expect(existsSync(dir)).toBe(false)
  signal(child, 'SIGKILL')
})

/** Starts a process that opens the cluster, starts a child process, and prints the pids of server and child. */
function spawnUser(): ChildProcess {
  const code = `
    const { openCluster } = require('./scripts/postgres/cluster.ts')
    openCluster({ dir: ${JSON.stringify(dir)}, fast: true }).then((cluster) => {
      const child = require('node:child_process').spawn('sleep', ['600'], { detached: true, stdio: 'ignore' })
      cluster.watchdog.watch(child.pid)
      console.log(cluster.pid + ' ' + child.pid)
      setInterval(() => undefined, 1000)
    })`
  return spawn(process.execPath, ['--import', 'tsx', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
}
