import { drizzle, type NodePgClient, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { Logger } from 'drizzle-orm/logger'
import type { PgDatabase, PgTransactionConfig } from 'drizzle-orm/pg-core'
import type { Places } from './places'
import { retryConflicts } from './retry'
import { insideTransaction } from './transactions'

/** Without the schema, which only Drizzle's relational queries need: it would be analysed for each handle. */
type Drizzle = PgDatabase<NodePgQueryResultHKT, Record<string, never>>

/** A database handle for reads that may be slightly out of date, so that a replica could answer them. Raw SQL goes through `readRows`. */
export type Reader = Pick<Drizzle, '$count' | 'select' | 'selectDistinct' | 'selectDistinctOn'>

declare const primary: unique symbol

/**
 * A handle of the database that accepts writes. Writes need it, and so do reads on which a decision depends: commands, sends, consent,
 * uniqueness, sessions, limits, locks and the history. See docs/decisions/021-reader-and-primary.md.
 */
export type Primary = Reader &
  Pick<Drizzle, 'insert' | 'update' | 'delete' | 'execute'> & {
    readonly [primary]: true
    /** `run` may be called several times: it starts again after a deadlock, and all it did before was rolled back. */
    transaction<T>(run: (tx: Primary) => Promise<T>, config?: PgTransactionConfig): Promise<T>
  }

/** Creates the handle of a pool or a connection. With `places`, transactions that write wait until one of the places is free. */
export const primaryOn = (
  client: NodePgClient,
  { places, logger }: { places?: Places; logger?: Logger } = {},
): Primary => asPrimary(drizzle(client, { ...(logger && { logger }) }), places)

/** Makes the handle mark its transactions with `insideTransaction` and retry them; those that write also wait for a place. */
export function asPrimary(db: Drizzle, places?: Places): Primary {
  const begin = db.transaction.bind(db)
  db.transaction = (run, config) => {
    const marked = () => retryConflicts(() => insideTransaction(() => begin(run, config)))
    return places && config?.accessMode !== 'read only' ? places.use(marked) : marked()
  }
  return db as Drizzle & Primary
}
