import { breaches } from '@/scripts/check/boundaries'

const rulesBrokenBy = (from: string, to: string) => breaches([{ from, to }]).map(({ rule }) => rule)

test.each([
  ['app/(staff)/customers/page.tsx', 'db/client.ts'],
  ['components/contacts/points.tsx', 'lib/contacts/queries.ts'],
  ['components/contacts/points.tsx', 'lib/contacts/commands/star.ts'],
  ['components/contacts/points.tsx', 'db/schema/contacts.ts'],
  ['lib/contacts/queries.ts', 'components/ui/button.tsx'],
  ['lib/contacts/queries.ts', 'lib/notes/queries.ts'],
  ['lib/jobs/boss.ts', 'lib/imports/run-import.ts'],
  ['lib/customers/save.ts', 'lib/search/search-customers.ts'],
  ['db/schema/customers.ts', 'lib/values/ids.ts'],
  ['lib/contacts/queries.ts', 'scripts/repo-root.ts'],
])('%s may not import %s', (from, to) => {
  expect(rulesBrokenBy(from, to)).toHaveLength(1)
})

test.each([
  ['app/(staff)/customers/page.tsx', 'lib/customers/queries.ts'],
  ['components/contacts/points.tsx', 'lib/contacts/schema.ts'],
  ['lib/contacts/queries.ts', 'lib/kernel/query.ts'],
  ['lib/profile/header.ts', 'lib/contacts/queries.ts'],
  ['server/jobs.ts', 'lib/imports/run-import.ts'],
  ['lib/search/keyed-probes.ts', 'lib/customers/search.ts'],
  ['lib/contacts/counts.ts', 'lib/contributions/counts.ts'],
  ['lib/demo/seed-demo.ts', 'lib/documents/commands/create-kit.ts'],
  ['lib/contacts/star.test.ts', 'lib/notes/queries.ts'],
])('%s may import %s', (from, to) => {
  expect(rulesBrokenBy(from, to)).toEqual([])
})

test('reports every import of a cycle', () => {
  const ring = [
    { from: 'lib/notes/a.ts', to: 'lib/notes/b.ts' },
    { from: 'lib/notes/b.ts', to: 'lib/notes/c.ts' },
    { from: 'lib/notes/c.ts', to: 'lib/notes/a.ts' },
  ]
  expect(breaches(ring)).toEqual([{ rule: 'Import cycle', edges: ring }])
})
