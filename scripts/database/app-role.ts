import type { Client } from 'pg'
import { escapeIdentifier, escapeLiteral } from 'pg'

export type AppRole = { name: string; url: string }

/** The application's role may only insert into these tables, so that not even a bug can change their rows. */
const APPEND_ONLY = ['audit_seals', 'customer_keys', 'consents', 'acceptance_events', 'marketing_cancellations']
/** The application's role may only read these tables. The function below, which is the owner's, writes them. */
const READ_ONLY = ['audit_events', 'audit_chains']
const APPEND_EVENTS = 'append_audit_events(uuid[], timestamptz[], uuid[], text[], text[], bytea[], text[], text[])'
const JOB_SCHEMA = 'pgboss'
const MIGRATIONS_SCHEMA = 'drizzle'

/**
 * Creates or updates `<database>_app`, the role of the web process. It can read and write rows, but cannot alter tables, and cannot
 * change or delete rows of the append-only tables. Events of the history are appended by a function only.
 */
export async function grantAppRole(owner: Client, ownerUrl: string, password: string): Promise<AppRole> {
  const database = owner.database ?? ''
  const name = `${database.slice(0, 59)}_app`
  const role = escapeIdentifier(name)
  await createRole(owner, name, password)
  await inTransaction(owner, grants(role, escapeIdentifier(database)))
  const url = new URL(ownerUrl)
  url.username = encodeURIComponent(name)
  url.password = encodeURIComponent(password)
  return { name, url: url.href }
}

/** All grants take effect together, so that a portal that runs meanwhile neither loses a right nor gains one. */
async function inTransaction(owner: Client, statements: string[]): Promise<void> {
  await owner.query('begin')
  try {
    for (const statement of statements) await owner.query(statement)
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

async function createRole(owner: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [name])
  const verb = rowCount ? 'alter' : 'create'
  // A new role has no privileges, so there are none to revoke; up to Postgres 15 revoking them would need a superuser.
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
    ...READ_ONLY.map((table) => `revoke insert, update, delete, truncate on ${table} from ${role}`),
    `grant execute on function ${APPEND_EVENTS} to ${role}`,
    `grant usage, select on all sequences in schema public to ${role}`,
    // The readiness check compares the schema with the one that the build expects.
    `grant select on all tables in schema ${MIGRATIONS_SCHEMA} to ${role}`,
    `grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${role}`,
    `grant usage, select on all sequences in schema ${JOB_SCHEMA} to ${role}`,
    `grant execute on all functions in schema ${JOB_SCHEMA} to ${role}`,
    `alter default privileges in schema ${JOB_SCHEMA} grant select, insert, update, delete on tables to ${role}`,
  ]
}
