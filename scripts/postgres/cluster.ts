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
  /** Connection string of the superuser for one database of this cluster. */
  url: (database: string) => string
  watchdog: Watchdog
  /** Starts the server again on its port, if it ended by itself or was killed. */
  revive: () => Promise<void>
}

type Options = {
  /** Its folder; a relative name is below our data folder. */
  dir: string
  /** Faster and not durable: for tests only. */
  fast?: boolean
  ending?: Ending
}

/** Opens the cluster in a folder: creates it, starts it, or adopts a running one. It stops when this process ends, in whatever way, unless `ending` is `stay`. */
export async function openCluster({ dir: wanted, fast = false, ending = 'stop' }: Options): Promise<Cluster> {
  const chosen = path.resolve(dataRoot(), wanted)
  const account = accountFor(path.join(chosen, 'pgdata'))
  const dir = ownFolder(reachableDir(account, chosen), account)
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

/** A cluster in a temporary folder, removed when nobody uses it any more. First removes those that a `kill -9` left behind. */
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

function ownFolder(dir: string, account: Account): string {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (account) chownSync(dir, account.uid, account.gid)
  return dir
}
