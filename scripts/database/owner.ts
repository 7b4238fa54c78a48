import { ensureDatabase } from '@/scripts/database/databases'
import { openCluster } from '@/scripts/postgres/cluster'

/** The database of a checkout that was given none. */
const EMBEDDED = 'retrato'

export type Owner = {
  url: string
  embedded: boolean
  watch: (pid: number) => void
  revive: () => Promise<void>
  release: () => Promise<void>
}

const nothing = async () => undefined

/** The owner's connection string: `DATABASE_URL` when set, else the embedded server, started for as long as needed. */
export async function openOwner(): Promise<Owner> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, embedded: false, watch: () => undefined, revive: nothing, release: nothing }
  const cluster = await openCluster({ dir: 'postgres' })
  await ensureDatabase(cluster.url('postgres'), EMBEDDED)
  const { revive, watchdog } = cluster
  return { url: cluster.url(EMBEDDED), embedded: true, watch: watchdog.watch, revive, release: watchdog.release }
}

export async function withOwner<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const owner = await openOwner()
  try {
    return await work(owner.url)
  } finally {
    await owner.release()
  }
}
