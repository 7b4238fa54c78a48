import { drizzle, type NodePgClient, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { Logger } from 'drizzle-orm/logger'
import type { PgDatabase, PgTransactionConfig } from 'drizzle-orm/pg-core'
import type { Places } from './places'
import * as schema from './schema'
import { insideTransaction } from './transactions'

type Drizzle = PgDatabase<NodePgQueryResultHKT, typeof schema>

/** A handle for reads that decide nothing. A copy of the database that lags behind may answer them. Raw SQL goes through `readRows`. */
export type Reader = Pick<Drizzle, '$count' | 'select' | 'selectDistinct' | 'selectDistinctOn'>

declare const primary: unique symbol

/**
 * A handle of the database that accepts writes. Writes, and reads that decide something, need it: commands, sends, consent, uniqueness,
 * sessions, limits, locks, the history. No reader can take its place (docs/decisions/021-reader-and-primary.md).
 */
export type Primary = Reader &
  Pick<Drizzle, 'insert' | 'update' | 'delete' | 'execute'> & {
    readonly [primary]: true
    transaction<T>(run: (tx: Primary) => Promise<T>, config?: PgTransactionConfig): Promise<T>
  }

/** The handle of a pool or a connection. With `places`, a transaction that writes waits for one of them. */
export const primaryOn = (
  client: NodePgClient,
  { places, logger }: { places?: Places; logger?: Logger } = {},
): Primary => asPrimary(drizzle(client, { schema, ...(logger && { logger }) }), places)

/** Makes a handle run its transactions through `insideTransaction` and, unless they only read, in one of the places. */
export function asPrimary(db: Drizzle, places?: Places): Primary {
  const begin = db.transaction.bind(db)
  db.transaction = (run, config) => {
    const marked = () => insideTransaction(() => begin(run, config))
    return places && config?.accessMode !== 'read only' ? places.use(marked) : marked()
  }
  return db as Drizzle & Primary
}
