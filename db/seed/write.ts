import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '@/db/client'
import * as tables from '@/db/schema'
import { indexNames } from '@/lib/customers/index-names'
import { chainOf } from './chain-of'
import type { Life } from './life/life'

/** Puts customers with everything below them into the database, search rows and history included. */
export async function writeLives(db: Db, lives: Life[]): Promise<void> {
  const all = <T>(rowsOf: (life: Life) => T[]) => lives.flatMap(rowsOf)
  const chains = lives.map(chainOf)
  const customers = lives.map(({ customer }) => customer)
  await insert(db, tables.customers, customers)
  await insert(
    db,
    tables.contactPoints,
    all((life) => life.points),
  )
  await insert(
    db,
    tables.contactPointVersions,
    all((life) => life.versions),
  )
  await insert(
    db,
    tables.consents,
    all((life) => life.consents),
  )
  await insert(
    db,
    tables.notes,
    all((life) => life.notes),
  )
  await insert(
    db,
    tables.externalIds,
    all((life) => life.externalIds),
  )
  await insert(
    db,
    tables.fieldValidations,
    all((life) => life.validations),
  )
  await insert(
    db,
    tables.documentKits,
    all((life) => life.kits),
  )
  await insert(
    db,
    tables.documents,
    all((life) => life.documents),
  )
  await insert(
    db,
    tables.documentNumbers,
    all((life) => life.documents.map(({ number, customerId, id }) => ({ number, customerId, documentId: id }))),
  )
  await insert(
    db,
    tables.messages,
    all((life) => life.messages),
  )
  await insert(
    db,
    tables.sends,
    all((life) => life.sends),
  )
  await insert(
    db,
    tables.interactions,
    all((life) => life.interactions),
  )
  await insert(
    db,
    tables.sendDocuments,
    all((life) => life.sendDocuments),
  )
  await insert(db, tables.suppressions, onePerAddress(all((life) => life.suppressions)))
  await insert(
    db,
    tables.customerKeys,
    chains.map(({ key }) => key),
  )
  await insert(
    db,
    tables.auditEvents,
    chains.flatMap(({ events }) => events),
  )
  await insert(
    db,
    tables.auditChains,
    chains.map(({ head }) => head),
  )
  await indexNames(
    db,
    customers.map(({ id }) => id),
  )
}

/** One parameter for all rows of a table: building a placeholder for each value would take most of the seed's time. */
async function insert<T extends PgTable>(db: Db, table: T, rows: T['$inferSelect'][]): Promise<void> {
  const columns = Object.entries(getTableColumns(table))
  const plain = rows.map((row) => Object.fromEntries(columns.map(([key, { name }]) => [name, asJson(row[key])])))
  await db.execute(
    sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${JSON.stringify(plain)}::json)`,
  )
}

/** Two customers may share an address. */
const onePerAddress = (rows: (typeof tables.suppressions.$inferSelect)[]) => [
  ...new Map(rows.map((row) => [`${row.channel} ${row.addressHash.toString('hex')}`, row])).values(),
]

const asJson = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)
