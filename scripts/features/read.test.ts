import { readFileSync } from 'node:fs'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'
import { featuresIn, testsIn } from '@/scripts/features/read'

test('reads each row of the table of features once', () => {
  const ids = featuresIn(readFileSync(path.join(REPO_ROOT, 'docs/features.md'), 'utf8')).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(['F1', 'I10', 'O4']))
})

test.each([
  ["test('[F3][F4] finds a CNPJ', async () => {", [{ ids: ['F3', 'F4'], title: 'finds a CNPJ' }]],
  ['test.each(ROLES)("[O1] %s signs in", () => {', [{ ids: ['O1'], title: '%s signs in' }]],
  ["test(\n  '[P4] sets the primary',\n", [{ ids: ['P4'], title: 'sets the primary' }]],
  ["test('without an id', () => {", []],
])('finds the ids in %j', (source, found) => {
  expect(testsIn(source)).toEqual(found)
})
