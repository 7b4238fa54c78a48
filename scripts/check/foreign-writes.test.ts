import { foreignWrites, tablesIn, writesIn } from './foreign-writes'

const tables = tablesIn(`export const notes = pgTable(
  'notes', {})
export const contactPoints = pgTable('contact_points', {})`)

const refusals = (file: string, source: string) => foreignWrites(writesIn(file, source, tables), tables)

test.each([
  ['an insert', 'await ctx.db\n  .insert(contactPoints)\n  .values({})'],
  ['an update', 'tx.update(contactPoints).set({})'],
  ['a delete', 'tx.delete( contactPoints )'],
  ['an SQL insert', 'sql`insert into contact_points (id) values (1)`'],
  ['an SQL insert under an alias', 'sql`insert into contact_points as p (id) values (1)`'],
  ['an SQL update', 'sql`with a as (update contact_points p set label = null returning 1) select 1`'],
  ['an SQL delete', 'sql`delete from contact_points p using customers c where true`'],
  ['an insert of many rows', "insertRows(tx, 'contact_points', rows, {})"],
])('refuses %s into a table of another aggregate', (_case, source) => {
  expect(refusals('lib/notes/commands.ts', source)).toEqual([
    expect.stringMatching(/^lib\/notes\/commands\.ts:\d+ writes contact_points, which belongs to lib\/contacts$/),
  ])
  expect(refusals('lib/contacts/commands/add.ts', source)).toEqual([])
})

test.each([
  ['a read', 'sql`select * from contact_points for update of contact_points`'],
  ['a map', 'known.delete(contactPointId)'],
  ['a hash', "createHash('sha256').update(contact)"],
])('does not mistake %s for a write', (_case, source) => {
  expect(refusals('lib/notes/commands.ts', source)).toEqual([])
})

test('reports a table without an owner', () => {
  const unknown = tablesIn("export const toys = pgTable('toys', {})")
  expect(foreignWrites([], unknown)).toEqual(['toys has no owner: add it to scripts/check/table-owners.ts'])
})
