import { createHash } from 'node:crypto'
import { Client, type ClientConfig, Pool, type PoolConfig } from 'pg'

/** A pool that names every statement, so that Postgres plans it once per connection. Planning at each call costs more than the read itself. */
export const openPool = (config: PoolConfig): Pool => new Pool({ ...config, Client: NamingClient })

class NamingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    const send = this.query.bind(this) as (...args: unknown[]) => unknown
    this.query = ((statement: unknown, ...rest: unknown[]) => send(named(statement), ...rest)) as Client['query']
  }
}

const PLANNABLE = /^\s*(select|with|insert|update|delete)\b/i
/**
 * The longest statement that pages repeat is the timeline of two merged records, with 25,000 characters. Each plan stays in memory until its
 * connection closes, so their number is bounded too.
 */
const TEXT_LENGTH_MAX = 30_000
const NAMES_MAX = 500

const names = new Map<string, string>()

function named(statement: unknown): unknown {
  if (!isPlain(statement)) return statement
  const name = nameOf(statement.text)
  return name ? { ...statement, name } : statement
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= NAMES_MAX || text.length > TEXT_LENGTH_MAX || !PLANNABLE.test(text)) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}

/** Whether this is an unnamed statement from Drizzle. Cursors and copy streams have their own `submit`. */
const isPlain = (statement: unknown): statement is { text: string } =>
  typeof statement === 'object' &&
  statement !== null &&
  'text' in statement &&
  typeof statement.text === 'string' &&
  !('name' in statement && statement.name) &&
  !('submit' in statement)
