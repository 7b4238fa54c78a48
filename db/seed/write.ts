import { getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '@/db/client'
import * as tables from '@/db/schema'
import { indexNames } from '@/lib/search/index-names'
import { chainOf } from './chain-of'
import type { Life } from './life/life'

/** Puts customers with everything below them into the database, search rows and history included. */
export async function writeLives(db: Db, lives: Life[]): Promise<void> {
  const customers = lives.map(({ customer }) => customer)
  const chains = lives.map(chainOf)
  await insert(db, tables.customers, customers)
  await insert(db, tables.contactPoints, lives.flatMap(({ points }) => points))
  await insert(db, tables.contactPointVersions, lives.flatMap(({ versions }) => versions))
  await insert(db, tables.consents, lives.flatMap(({ consents }) => consents))
  await insert(db, tables.notes, lives.flatMap(({ notes }) => notes))
  await insert(db, tables.externalIds, lives.flatMap(({ externalIds }) => externalIds))
  await insert(db, tables.fieldValidations, lives.flatMap(({ validations }) => validations))
  await insert(db, tables.customerKeys, chains.map(({ key }) => key))
  await insert(db, tables.auditEvents, chains.flatMap(({ events }) => events))
  await insert(db, tables.auditChains, chains.map(({ head }) => head))
  await indexNames(db, customers.map(({ id }) => id))
}

/** One parameter for all rows of a table: building a placeholder for each value would take most of the seed's time. */
async function insert<T extends PgTable>(db: Db, table: T, rows: T['$inferSelect'][]): Promise<void> {
  const columns = Object.entries(getTableColumns(table))
  const plain = rows.map((row) => Object.fromEntries(columns.map(([key, { name }]) => [name, asJson(row[key])])))
  await db.execute(sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${JSON.stringify(plain)}::json)`)
}

const asJson = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)
