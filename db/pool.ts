import { createHash } from 'node:crypto'
import { Client, type ClientConfig, Pool, type PoolConfig } from 'pg'

/** Connections that plan each statement once: one without a name is parsed and planned anew at every call, which costs the database more than the read. */
export const openPool = (config: PoolConfig): Pool => new Pool({ ...config, Client: PlanningClient })

class PlanningClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config)
    const ask = this.query.bind(this) as (...asked: unknown[]) => unknown
    this.query = ((statement: unknown, ...rest: unknown[]) => ask(named(statement), ...rest)) as Client['query']
  }
}

const PLANNED = /^\s*(select|with|insert|update|delete)\b/i
/** Beyond these a text is taken for one that hardly comes again: a server keeps each plan as long as its connection. */
const TEXT_MAX = 8_000
const NAMES_MAX = 500

const names = new Map<string, string>()

function named(statement: unknown): unknown {
  if (!isPlain(statement)) return statement
  const name = nameOf(statement.text)
  return name ? { ...statement, name } : statement
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= NAMES_MAX || text.length > TEXT_MAX || !PLANNED.test(text)) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}

/** What drizzle sends: not yet named, and no cursor or copy stream, which submit themselves. */
const isPlain = (statement: unknown): statement is { text: string } =>
  typeof statement === 'object' &&
  statement !== null &&
  'text' in statement &&
  typeof statement.text === 'string' &&
  !('name' in statement && statement.name) &&
  !('submit' in statement)
