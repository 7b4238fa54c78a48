import type { Pool } from 'pg'

/** The MD5 of each table's ordered rows, by the table's name. */
type Digest = Record<string, string>

/** A read or a refused request may write to these tables: limits, and the records of what was searched and refused. */
const WRITTEN_BY_READS = ['audit_chains', 'rate_limits', 'keyed_searches', 'denied_attempts']
/** In SQL: leaves out the events that reads and refusals record. */
export const WITHOUT_READS = `where event not in
  ('access.denied', 'session.refused', 'document.viewed', 'document.downloaded', 'attachment.viewed', 'attachment.downloaded',
  'audit.exported', 'export.downloaded', 'search.unusual', 'account.budget_used_up')`

/** Every request of a session may note that it was used. */
const rowOf = (table: string) => (table === 'sessions' ? `(to_jsonb(t) - 'last_seen_at')::text` : 't::text')

const tables = new WeakMap<Pool, string[]>()

export async function digestOf(pool: Pool): Promise<Digest> {
  if (!tables.has(pool)) tables.set(pool, await listTables(pool))
  const each = tables.get(pool)!.map(
    (
      table,
    ) => `select '${table}' as name, md5(coalesce(string_agg(${rowOf(table)}, e'\\n' order by ${rowOf(table)}), '')) as rows
      from ${table} t ${table === 'audit_events' ? WITHOUT_READS : ''}`,
  )
  const { rows } = await pool.query<{ name: string; rows: string }>({ name: 'digest', text: each.join(' union all ') })
  return Object.fromEntries(rows.map(({ name, rows: md5 }) => [name, md5]))
}

/** Compares two states of the database. Returns the names of the tables with different rows. */
export const changedTables = (before: Digest, after: Digest): string[] =>
  Object.keys(after).filter((table) => before[table] !== after[table])

async function listTables(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename <> all($1) order by 1`,
    [WRITTEN_BY_READS],
  )
  return [...rows.map(({ name }) => name), 'pgboss.job']
}
