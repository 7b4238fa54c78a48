import { importsIn } from './imports'

const known = new Set(['lib/a/one.ts', 'lib/a/two.tsx', 'lib/a/index.ts', 'lib/b.mjs'])

test.each([
  ["import { x } from '@/lib/a/one'", [['lib/a/one.ts', false]]],
  ["import type { X } from './a/one'", [['lib/a/one.ts', true]]],
  ["import { type X, type Y } from './a/one'", [['lib/a/one.ts', true]]],
  ["import { type X, y } from './a/one'", [['lib/a/one.ts', false]]],
  ["import {\n  type X,\n  y,\n} from './a/two'", [['lib/a/two.tsx', false]]],
  ["export * from './a'", [['lib/a/index.ts', false]]],
  ["import './b.mjs'", [['lib/b.mjs', false]]],
  ["const b = await import('./b.mjs')", [['lib/b.mjs', false]]],
  ["import type { X } from './a/one'\nimport { y } from './a/one'", [['lib/a/one.ts', false]]],
  ["import React from 'react'", []],
])('reads %j', (source, expected) => {
  expect(importsIn('lib/c.ts', source, known).map(({ to, typeOnly }) => [to, typeOnly])).toEqual(expected)
})
