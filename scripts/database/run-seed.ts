import path from 'node:path'
import type { Client } from 'pg'
import { ADVISORY_LOCKS } from '@/db/advisory-locks'
import { HELENA } from '@/lib/auth/demo-users'
import { withClient } from '@/scripts/database/databases'
import { bundle } from '@/scripts/bundle'
import { type Environment, runNode } from '@/scripts/portal/run'
import { REPO_ROOT } from '@/scripts/repo-root'

/** The seeding program has hundreds of modules. Bundled into one file it starts in half the time. */
const PROGRAM = path.join(REPO_ROOT, 'node_modules/.cache/retrato/seed-demo.cjs')

/** If the server crashes, the seeding is repeated anyway, so commits need not wait for the disk. */
const FAST_COMMITS = { PGOPTIONS: '-c synchronous_commit=off' }

/**
 * Fills an empty database with the demo data. First empties a database in which seeding was interrupted. Returns the line to print.
 */
export async function runSeed(ownerUrl: string, env: Environment, started: (pid: number) => void): Promise<string> {
  return withClient(ownerUrl, async (owner) => {
    await owner.query('select pg_advisory_lock($1)', [ADVISORY_LOCKS.demo])
    await emptyIfInterrupted(owner)
    const found = await owner.query('select 1 from customers limit 1')
    if (found.rowCount) return 'Demo data: kept as it was'
    await bundle('scripts/database/seed-demo.ts', PROGRAM)
    const output = await runNode([PROGRAM], { ...env, ...FAST_COMMITS }, started)
    return output.trim()
  })
}

/** Empties the database if seeding was interrupted in it. Returns whether it was. */
export async function emptyIfInterrupted(owner: Client): Promise<boolean> {
  const interrupted = await wasInterrupted(owner)
  if (interrupted) await emptyTables(owner)
  return interrupted
}

/** The last step of seeding sets the passwords of the demo users. */
async function wasInterrupted(owner: Client): Promise<boolean> {
  const { rowCount } = await owner.query('select 1 from users where id = $1 and email = $2 and password_hash is null', [
    HELENA.id,
    HELENA.email,
  ])
  return Boolean(rowCount)
}

/** Migrations fill `case_states` and `relationship_tags`, not the seeding. */
async function emptyTables(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ tables: string }>(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables
      where schemaname = 'public' and tablename not in ('case_states', 'relationship_tags')`,
  )
  await owner.query(`truncate ${rows[0]!.tables}`)
}
