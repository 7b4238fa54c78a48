import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from '@/scripts/postgres/account'
import { disarmStalePidFile, postmasterOf } from '@/scripts/postgres/postmaster'
import { isRunning, waitForExit, processesIn, signal } from '@/scripts/postgres/processes'

export type Server = { dir: string; binaries: string; account: Account; fast: boolean }
export type Running = { pid: number; port: number; adopted: boolean }

/** After this many attempts, the remaining backends of a killed server are killed too. */
const ATTEMPTS_BEFORE_KILL = 10
const PORT_FILE = 'port'
/** The length of `sun_path`, without its final zero byte. */
const SOCKET_PATH_MAX = 107
/** Long enough for crash recovery in the middle of a bulk import. */
const START_LIMIT_MS = 180_000

// No wal_compression: these builds have only pglz, which took two thirds of Postgres' CPU time in an import into a million customers.
const SAFE = { shared_buffers: '256MB', max_wal_size: '2GB', checkpoint_timeout: '10min' }
const FAST = {
  shared_buffers: '128MB',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
}

/** Starts the server of a data folder, or adopts the running one. It listens only on 127.0.0.1 and on a socket in the folder. */
export async function startServer(server: Server): Promise<Running> {
  const pgdata = path.join(server.dir, 'pgdata')
  const deadline = Date.now() + START_LIMIT_MS
  for (let attempt = 1; Date.now() < deadline; attempt++) {
    const live = await findRunning(pgdata, deadline)
    if (live) return { pid: live.pid, port: live.port, adopted: true }
    disarmStalePidFile(pgdata)
    const pid = launch(server, await choosePort(server.dir))
    const up = await waitUntilReady(pgdata, pid, deadline)
    if (up) return { pid, port: up.port, adopted: false }
    // Another process uses the folder or the port, or backends of a killed server still use its shared memory.
    await sleep(200)
    if (attempt % ATTEMPTS_BEFORE_KILL === 0 && !postmasterOf(pgdata))
      processesIn(pgdata).forEach((pid) => signal(pid, 'SIGKILL'))
  }
  throw new Error(`Postgres did not start. The end of its log:\n${logTail(server.dir)}`)
}

/** Stops the server by a fast shutdown, which rolls back open transactions. Resolves when it has ended. */
export async function stopServer(pgdata: string): Promise<void> {
  const live = postmasterOf(pgdata)
  if (!live) return
  signal(live.pid, 'SIGINT')
  if (await waitForExit(live.pid, 30_000)) return
  signal(live.pid, 'SIGQUIT')
  await waitForExit(live.pid, 10_000)
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

/** Returns the running server after it has finished starting or stopping, or null if no server is running. */
async function findRunning(pgdata: string, deadline: number) {
  for (;;) {
    const live = postmasterOf(pgdata)
    if (!live || (live.ready && !live.stopping)) return live
    if (Date.now() > deadline) throw new Error(`Postgres process ${live.pid} neither starts nor stops.`)
    await sleep(25)
  }
}

async function waitUntilReady(pgdata: string, pid: number, deadline: number) {
  while (Date.now() < deadline && isRunning(pid)) {
    const live = postmasterOf(pgdata)
    if (live?.pid === pid && live.ready) return live
    await sleep(25)
  }
  return null
}

/** Returns the port of the last start if it is still free, or a new one, which is recorded. */
async function choosePort(dir: string): Promise<number> {
  const file = path.join(dir, PORT_FILE)
  const port = (await freePort(lastPort(file))) || (await freePort(0))
  rmSync(file, { force: true })
  writeFileSync(file, String(port))
  return port
}

function lastPort(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0
  } catch {
    return 0
  }
}

/** Returns the port if it is free, else 0. For 0 it returns any free port. */
export function freePort(port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function logTail(dir: string): string {
  try {
    return readFileSync(path.join(dir, 'log'), 'utf8').split('\n').slice(-15).join('\n')
  } catch {
    return '(no log)'
  }
}
