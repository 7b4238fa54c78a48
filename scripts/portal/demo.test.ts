import { CliError } from '@/scripts/cli-error'
import { isDemo } from './demo'

const start = (over: Partial<Parameters<typeof isDemo>[0]>) =>
  isDemo({ argv: ['node', 'scripts/portal.mjs'], demo: undefined, databaseUrl: undefined, ...over })

const FLAG = ['node', 'scripts/portal.mjs', '--demo']
const OWN = 'postgres://owner@db/crm'

it.each([
  ['by default', {}, false],
  ['with the flag', { argv: FLAG }, true],
  ['with DEMO=1', { demo: '1' }, true],
  ['with DEMO=1 on a database of one’s own', { demo: '1', databaseUrl: OWN }, true],
  ['with the flag and DEMO=0', { argv: FLAG, demo: '0' }, false],
  ['on a database of one’s own', { databaseUrl: OWN }, false],
])('decides about the demo %s', (_title, given, expected) => expect(start(given)).toBe(expected))

it('refuses the flag alone on a database of one’s own', () =>
  expect(() => start({ argv: FLAG, databaseUrl: OWN })).toThrow(CliError))
