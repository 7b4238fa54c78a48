import type { Client } from 'pg'
import { escapeIdentifier, escapeLiteral } from 'pg'

export type AppRole = { name: string; url: string }

/** What was written there stays: not even a bug of the application may change it. */
const APPEND_ONLY = ['audit_events', 'consents', 'acceptance_events', 'marketing_cancellations']
const JOB_SCHEMA = 'pgboss'
const MIGRATIONS_SCHEMA = 'drizzle'

/**
 * Creates or refreshes `<database>_app`, the role the web process connects as: it reads and writes rows, and can
 * neither alter a table nor change or delete a row of the append-only ones.
 */
export async function grantAppRole(owner: Client, ownerUrl: string, password: string): Promise<AppRole> {
  const database = owner.database ?? ''
  const name = `${database.slice(0, 59)}_app`
  const role = escapeIdentifier(name)
  await createRole(owner, name, password)
  for (const statement of grants(role, escapeIdentifier(database))) await owner.query(statement)
  const url = new URL(ownerUrl)
  url.username = encodeURIComponent(name)
  url.password = encodeURIComponent(password)
  return { name, url: url.href }
}

async function createRole(owner: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [name])
  const verb = rowCount ? 'alter' : 'create'
  // A new role has no powers to begin with; naming them would take a superuser on servers up to 15.
  await owner.query(`${verb} role ${escapeIdentifier(name)} login password ${escapeLiteral(password)}`)
}

function grants(role: string, database: string): string[] {
  return [
    `grant connect on database ${database} to ${role}`,
    'revoke create on schema public from public',
    `grant usage on schema public, ${MIGRATIONS_SCHEMA}, ${JOB_SCHEMA} to ${role}`,
    `revoke all on all tables in schema public from ${role}`,
    `grant select, insert, update, delete on all tables in schema public to ${role}`,
    ...APPEND_ONLY.map((table) => `revoke update, delete, truncate on ${table} from ${role}`),
    `grant usage, select on all sequences in schema public to ${role}`,
    // Read by the readiness check: is the schema the one this build expects?
    `grant select on all tables in schema ${MIGRATIONS_SCHEMA} to ${role}`,
    `grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${role}`,
    `grant usage, select on all sequences in schema ${JOB_SCHEMA} to ${role}`,
    `grant execute on all functions in schema ${JOB_SCHEMA} to ${role}`,
    `alter default privileges in schema ${JOB_SCHEMA} grant select, insert, update, delete on tables to ${role}`,
  ]
}
