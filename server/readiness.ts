import { databasePool } from '@/db/client'
import journal from '@/db/migrations/meta/_journal.json'
import { isDraining } from './shutdown'

const LIMIT_MS = 500
const NEWEST_MIGRATION = Math.max(...journal.entries.map((entry) => entry.when))

type Readiness = 'ready' | 'draining' | 'database' | 'migrations'

let pending: Promise<number | null> | undefined

/**
 * Returns `ready`, or the first reason why this process cannot serve requests. It queries the database through the pages' pool with a limit
 * of half a second, so a pool without a free connection is not ready. Concurrent probes share one query.
 */
export async function readiness(): Promise<Readiness> {
  if (isDraining()) return 'draining'
  pending ??= newestMigration().finally(() => (pending = undefined))
  const applied = await Promise.race([pending, afterLimit()])
  if (applied === null) return 'database'
  return applied >= NEWEST_MIGRATION ? 'ready' : 'migrations'
}

async function newestMigration(): Promise<number | null> {
  try {
    const { rows } = await databasePool().query<{ at: string | null }>(
      'select max(created_at) as at from drizzle.__drizzle_migrations',
    )
    return Number(rows[0]?.at ?? 0)
  } catch {
    return null
  }
}

const afterLimit = () => new Promise<null>((resolve) => setTimeout(resolve, LIMIT_MS, null).unref())
