import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'
import { familyNames, givenNames } from './vocabulary'

const TABLES = ['customers', 'customer_names', 'contact_points', 'external_ids', 'name_words', 'name_word_pieces']
const CHUNK = 250_000
const STORES = 40
const USERS = 400

/** Fills an empty, migrated database with `customers` invented customers. The indexes are created after the rows, which is faster. */
export async function populate(owner: Client, customers: number, print: (step: string) => void): Promise<void> {
  await owner.query(readFileSync(path.join(__dirname, 'population.sql'), 'utf8'))
  await owner.query(
    `set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 1; set work_mem = '256MB'; set statement_timeout = 0`,
  )
  await seedStaff(owner)
  const restore = await dropIndexes(owner)
  for (let first = 1; first <= customers; first += CHUNK) {
    const last = Math.min(customers, first + CHUNK - 1)
    await owner.query('call bench_fill($1, $2, $3, $4)', [first, last, givenNames, familyNames])
    print(`${last} customers`)
  }
  await owner.query('call bench_index_names()')
  print('names')
  for (const statement of restore) await owner.query(statement)
  print('indexes')
  await owner.query('vacuum (analyze)')
  await owner.query('create table bench_ready as select now() as at')
}

async function seedStaff(owner: Client) {
  await owner.query(
    `insert into stores (id, code, name) select bench_uuid(n, 'store'), n::text, 'Loja ' || n from generate_series(0, $1 - 1) n`,
    [STORES],
  )
  await owner.query(
    `insert into users (id, name, email, role, scope) select bench_uuid(n, 'user'), 'Pessoa ' || n, n || '@staff.example', 'seller', 'own' from generate_series(0, $1 - 1) n`,
    [USERS],
  )
}

/** Drops the indexes and keys of the large tables. Returns the statements that create them again. */
async function dropIndexes(owner: Client): Promise<string[]> {
  const keys = await owner.query<{ table: string; name: string; type: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, contype as type, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype in ('p', 'u', 'f') and (conrelid::regclass::text = any($1) or confrelid::regclass::text = any($1))
     order by contype = 'f'`,
    [TABLES],
  )
  for (const key of [...keys.rows].reverse()) await owner.query(`alter table ${key.table} drop constraint ${key.name}`)
  const indexes = await owner.query<{ name: string; definition: string }>(
    'select quote_ident(indexname) as name, indexdef as definition from pg_indexes where tablename = any($1)',
    [TABLES],
  )
  for (const index of indexes.rows) await owner.query(`drop index ${index.name}`)
  const addKeys = keys.rows.map((key) => ({
    foreign: key.type === 'f',
    sql: `alter table ${key.table} add constraint ${key.name} ${key.definition}`,
  }))
  return [
    ...addKeys.filter((key) => !key.foreign).map((key) => key.sql),
    ...indexes.rows.map((index) => index.definition),
    ...addKeys.filter((key) => key.foreign).map((key) => key.sql),
  ]
}
