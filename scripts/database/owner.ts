import { ensureDatabase } from '@/scripts/database/databases'
import { openCluster } from '@/scripts/postgres/cluster'

/** The name of the database on the embedded server. */
const EMBEDDED = 'retrato'

export type Owner = {
  url: string
  embedded: boolean
  watch: (pid: number) => void
  revive: () => Promise<void>
  release: () => Promise<void>
}

const nothing = async () => undefined

/** Returns the owner's connection to `DATABASE_URL` or, if that is not set, to the embedded server, which runs until `release`. */
export async function openOwner(): Promise<Owner> {
  const databaseUrl = process.env.DATABASE_URL
  if (databaseUrl)
    return { url: databaseUrl, embedded: false, watch: () => undefined, revive: nothing, release: nothing }
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
