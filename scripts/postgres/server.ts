import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from '@/scripts/postgres/account'
import { disarmStalePidFile, postmasterOf } from '@/scripts/postgres/postmaster'
import { ended, isRunning, processesIn, signal } from '@/scripts/postgres/processes'

export type Server = { dir: string; binaries: string; account: Account; fast: boolean }
export type Running = { pid: number; port: number; adopted: boolean }

/** After this many attempts the remaining backends of a killed server are killed too. */
const PATIENCE = 10
const PORT_FILE = 'port'
/** The length of `sun_path`, without its final zero byte. */
const SOCKET_PATH_MAX = 107
/** Long enough for the recovery after a crash in the middle of a bulk import. */
const START_LIMIT_MS = 180_000

// No wal_compression: these builds know only pglz, which took two thirds of Postgres' time in an import into a million customers.
const SAFE = { shared_buffers: '256MB', max_wal_size: '2GB', checkpoint_timeout: '10min' }
const FAST = {
  shared_buffers: '128MB',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
}

/** Starts the server of a data folder, or adopts the running one. It listens on 127.0.0.1 and on a socket in the folder only. */
export async function startServer(server: Server): Promise<Running> {
  const pgdata = path.join(server.dir, 'pgdata')
  const deadline = Date.now() + START_LIMIT_MS
  for (let attempt = 1; Date.now() < deadline; attempt++) {
    const live = await settled(pgdata, deadline)
    if (live) return { pid: live.pid, port: live.port, adopted: true }
    disarmStalePidFile(pgdata)
    const pid = launch(server, await freePort(server.dir))
    const up = await ready(pgdata, pid, deadline)
    if (up) return { pid, port: up.port, adopted: false }
    // Another process was first with the folder or the port, or backends of a killed server still use its memory.
    await sleep(200)
    if (attempt % PATIENCE === 0 && !postmasterOf(pgdata)) processesIn(pgdata).forEach((pid) => signal(pid, 'SIGKILL'))
  }
  throw new Error(`Postgres did not start. Its last words:\n${lastWords(server.dir)}`)
}

/** Stops the server in Postgres' fast mode, which rolls open transactions back. Resolves when it has ended. */
export async function stopServer(pgdata: string): Promise<void> {
  const live = postmasterOf(pgdata)
  if (!live) return
  signal(live.pid, 'SIGINT')
  if (await ended(live.pid, 30_000)) return
  signal(live.pid, 'SIGQUIT')
  await ended(live.pid, 10_000)
}

function launch(server: Server, port: number): number {
  const { dir, binaries, account, fast } = server
  const socket = path.join(dir, `.s.PGSQL.${port}`).length <= SOCKET_PATH_MAX ? dir : ''
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    // The text of a failed statement may contain personal data, so only its error is logged.
    log_min_error_statement: 'panic',
    ...(fast ? FAST : SAFE),
  }
  const args = [
    '-D',
    path.join(dir, 'pgdata'),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const log = openSync(path.join(dir, 'log'), 'w')
  const env = { PATH: process.env.PATH } as unknown as NodeJS.ProcessEnv
  const child = spawn(path.join(binaries, 'bin', 'postgres'), args, {
    ...account,
    cwd: dir,
    env,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.on('error', () => undefined)
  child.unref()
  if (!child.pid) throw new Error(`Could not run ${binaries}/bin/postgres.`)
  return child.pid
}

/** The running server, once it is neither starting nor stopping, or null if none runs. */
async function settled(pgdata: string, deadline: number) {
  for (;;) {
    const live = postmasterOf(pgdata)
    if (!live || (live.ready && !live.stopping)) return live
    if (Date.now() > deadline) throw new Error(`Postgres process ${live.pid} neither starts nor stops.`)
    await sleep(25)
  }
}

async function ready(pgdata: string, pid: number, deadline: number) {
  while (Date.now() < deadline && isRunning(pid)) {
    const live = postmasterOf(pgdata)
    if (live?.pid === pid && live.ready) return live
    await sleep(25)
  }
  return null
}

/** The port of the last start if it is still free, else a new one, which is recorded. */
async function freePort(dir: string): Promise<number> {
  const file = path.join(dir, PORT_FILE)
  const port = (await bindable(rememberedPort(file))) || (await bindable(0))
  rmSync(file, { force: true })
  writeFileSync(file, String(port))
  return port
}

function rememberedPort(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0
  } catch {
    return 0
  }
}

/** Returns the port if it can be bound, else 0. For 0 it returns any free port. */
export function bindable(port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function lastWords(dir: string): string {
  try {
    return readFileSync(path.join(dir, 'log'), 'utf8').split('\n').slice(-15).join('\n')
  } catch {
    return '(none)'
  }
}
