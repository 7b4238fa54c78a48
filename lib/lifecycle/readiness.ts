import { databasePool } from '@/db/client'
import journal from '@/db/migrations/meta/_journal.json'
import { isDraining } from './draining'

const LIMIT_MS = 500
const NEWEST = Math.max(...journal.entries.map((entry) => entry.when))

export type Readiness = 'ready' | 'draining' | 'database' | 'migrations'

/** Whether this process should be sent requests, or the first reason why not. The database has half a second to answer. */
export async function readiness(): Promise<Readiness> {
  if (isDraining()) return 'draining'
  const applied = await Promise.race([newestApplied(), late()])
  if (applied === null) return 'database'
  return applied >= NEWEST ? 'ready' : 'migrations'
}

async function newestApplied(): Promise<number | null> {
  try {
    const { rows } = await databasePool().query<{ at: string | null }>(
      'select max(created_at) as at from drizzle.__drizzle_migrations',
    )
    return Number(rows[0]?.at ?? 0)
  } catch {
    return null
  }
}

const late = () => new Promise<null>((resolve) => setTimeout(resolve, LIMIT_MS, null).unref())
