import { sql } from 'drizzle-orm'
import { useTestDatabase } from '@/lib/testing/database'
import { insertRows } from './insert-rows'

const { db } = useTestDatabase()

type Row = { id: number; said: string | null; held: object; hash: Buffer | null }

const ROWS: Row[] = [
  { id: 1, said: `"a\\b", {c} 'd' \n\t é`, held: { x: ['"', '\\'] }, hash: Buffer.from([0, 92, 255]) },
  { id: 2, said: '', held: {}, hash: null },
  { id: 3, said: null, held: { n: null }, hash: Buffer.alloc(0) },
  { id: 4, said: 'null', held: {}, hash: null },
]

const insert = (rows: readonly Row[]) =>
  insertRows(
    db(),
    'said',
    rows,
    {
      id: ['integer', (r) => r.id],
      said: ['text', (r) => r.said],
      held: ['jsonb', (r) => JSON.stringify(r.held)],
      hash: ['bytea', (r) => r.hash],
      source: ['text', 'one'],
      nothing: ['date', null],
    },
    sql`on conflict (id) do update set source = 'again'`,
  )

beforeEach(() =>
  db().execute(
    sql`create temp table said (id integer primary key, said text, held jsonb, hash bytea, source text, nothing date) on commit drop`,
  ),
)

it('writes values with delimiters, nulls, and values that all rows share', async () => {
  await insert(ROWS)
  const { rows } = await db().execute(sql`select * from said order by id`)
  expect(rows).toEqual(ROWS.map((row) => ({ ...row, source: 'one', nothing: null })))
})

it('applies the conflict clause, and runs no statement without rows', async () => {
  await insert(ROWS.slice(0, 1))
  await insert([])
  await insert(ROWS.slice(0, 2))
  const { rows } = await db().execute(sql`select id, source from said order by id`)
  expect(rows).toEqual([
    { id: 1, source: 'again' },
    { id: 2, source: 'one' },
  ])
})
