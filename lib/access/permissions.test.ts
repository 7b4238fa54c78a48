import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROLES } from '@/db/schema/users'
import { cellsOf, PERMISSIONS, ROLE_TABLE } from './permissions'

const [[roles], ...rows] = ROLE_TABLE

it('has one column for each role', () => {
  expect(cellsOf(roles)).toEqual(ROLES)
})

it.each(rows.map(([marks, permission]) => [permission, cellsOf(marks)] as const))(
  'states for each role whether it has %s',
  (_permission, marks) => {
    expect(marks.filter((mark) => mark === '●' || mark === '·')).toHaveLength(ROLES.length)
    expect(marks).toHaveLength(ROLES.length)
  },
)

it('lists each permission once', () => {
  expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length)
})

it('is shown by docs/operations.md', () => {
  const line = (...cells: string[]) => `| ${cells.join(' | ')} |`
  const table = [
    line('permission', ...ROLES, 'what it allows'),
    `|${'---|'.repeat(ROLES.length + 2)}`,
    ...rows.map(([marks, permission, meaning]) =>
      line(`\`${permission}\``, ...cellsOf(marks).map((mark) => (mark === '●' ? mark : ' ')), meaning),
    ),
  ]
  const operations = readFileSync(path.join(__dirname, '../../docs/operations.md'), 'utf8')
  expect(operations).toContain(table.join('\n'))
})
