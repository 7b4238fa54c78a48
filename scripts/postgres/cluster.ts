import { chownSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { dataRoot } from '@/scripts/checkout'
import { type Account, accountFor } from '@/scripts/postgres/account'
import { binariesFor } from '@/scripts/postgres/binaries'
import { isAbandoned } from '@/scripts/postgres/holders'
import { initialise, SUPERUSER, superuserPassword } from '@/scripts/postgres/initialise'
import { type Ending, keep, type Keeper } from '@/scripts/postgres/keep'
import { reachable } from '@/scripts/postgres/place'
import { startServer, stopServer } from '@/scripts/postgres/server'

const THROWAWAY = 'retrato-pg-'

export type Cluster = {
  dir: string
  adopted: boolean
  pid: number
  port: number
  /** Connection string of the superuser for one database of this cluster. */
  url: (database: string) => string
  keeper: Keeper
  /** Starts the server again, on its port, when something else ended it. */
  revive: () => Promise<void>
}

type Options = {
  /** Where it lives; a relative name lies below our data folder. */
  dir: string
  /** Trades durability for speed: for tests only. */
  fast?: boolean
  ending?: Ending
}

/** Opens the cluster of a folder: makes it, starts it or adopts it. Unless told to stay, it stops with this process, however that ends. */
export async function openCluster({ dir: wanted, fast = false, ending = 'stop' }: Options): Promise<Cluster> {
  const chosen = path.resolve(dataRoot(), wanted)
  const account = accountFor(path.join(chosen, 'pgdata'))
  const dir = ownFolder(reachable(account, chosen), account)
  const keeper = await keep(dir, ending)
  try {
    const binaries = binariesFor(account)
    await initialise({ dir, binaries, account, fast, started: keeper.watch })
    const running = await startServer({ dir, binaries, account, fast })
    const password = superuserPassword(dir)
    const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${running.port}/${database}`
    const revive = async () => void (await startServer({ dir, binaries, account, fast }))
    return { dir, ...running, url, keeper, revive }
  } catch (error) {
    await keeper.release()
    throw error
  }
}

/** A cluster in a temporary folder, gone with its last user; those that a kill -9 of everything left behind go first. */
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
