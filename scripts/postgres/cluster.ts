import { chownSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dataRoot } from '@/scripts/repo-root'
import { type Account, accountFor } from '@/scripts/postgres/account'
import { binariesFor } from '@/scripts/postgres/binaries'
import { isAbandoned } from '@/scripts/postgres/lease'
import { initialise, SUPERUSER, superuserPassword } from '@/scripts/postgres/initialise'
import { type Ending, startWatchdog, type Watchdog } from '@/scripts/postgres/start-watchdog'
import { reachableDir } from '@/scripts/postgres/install-dir'
import { startServer, stopServer } from '@/scripts/postgres/server'

const THROWAWAY = 'retrato-pg-'

export type Cluster = {
  dir: string
  adopted: boolean
  pid: number
  port: number
  /** Returns the superuser's connection string for one database of this cluster. */
  url: (database: string) => string
  watchdog: Watchdog
  /** Starts the server again on the same port if it is no longer running. */
  revive: () => Promise<void>
}

type Options = {
  /** The folder of the cluster. A relative path is resolved against our data folder. */
  dir: string
  /** Faster, but not durable: for tests only. */
  fast?: boolean
  ending?: Ending
}

/** Creates or starts the cluster in a folder, or adopts a running one. It stops when this process ends, even if it is killed, unless `ending` is `stay`. */
export async function openCluster({ dir: requested, fast = false, ending = 'stop' }: Options): Promise<Cluster> {
  const preferred = path.resolve(dataRoot(), requested)
  const account = accountFor(path.join(preferred, 'pgdata'))
  const dir = createFolder(reachableDir(account, preferred), account)
  const watchdog = await startWatchdog(dir, ending)
  try {
    const binaries = binariesFor(account)
    await initialise({ dir, binaries, account, fast, started: watchdog.watch })
    const running = await startServer({ dir, binaries, account, fast })
    const password = superuserPassword(dir)
    const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${running.port}/${database}`
    const revive = async () => void (await startServer({ dir, binaries, account, fast }))
    return { dir, ...running, url, watchdog, revive }
  } catch (error) {
    await watchdog.release()
    throw error
  }
}

/** Opens a cluster in a temporary folder, which is removed after its last use. First removes the folders of killed processes. */
export async function openThrowawayCluster(): Promise<Cluster> {
  const parent = realpathSync(tmpdir())
  for (const name of readdirSync(parent)) {
    if (name.startsWith(THROWAWAY)) await removeAbandoned(path.join(parent, name))
  }
  return openCluster({ dir: mkdtempSync(path.join(parent, THROWAWAY)), fast: true, ending: 'remove' })
}

async function removeAbandoned(dir: string): Promise<void> {
  if (!isAbandoned(dir)) return
  await stopServer(path.join(dir, 'pgdata'))
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
}

function createFolder(dir: string, account: Account): string {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (account) chownSync(dir, account.uid, account.gid)
  return dir
}
