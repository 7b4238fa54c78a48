import { versionFaults } from '@/scripts/check/versions'

const good: Record<string, string> = { next: '16.4.6', 'drizzle-orm': '0.45.4', 'next-auth': '5.0.0-beta.32' }
const faultsWith = (changed: Record<string, string>) => versionFaults((name) => ({ ...good, ...changed })[name] ?? null)

test('accepts the installed versions, and an optional package that is missing', () => {
  expect(versionFaults()).toEqual([])
  expect(faultsWith({})).toEqual([])
})

test.each([
  ['next', '16.3.3'],
  ['next', '15.9.9'],
  ['drizzle-orm', '0.45.1'],
  ['sharp', '0.34.9'],
  ['next-auth', '5.0.0-beta.33'],
])('refuses %s %s', (name, version) => {
  expect(faultsWith({ [name]: version })).toEqual([expect.stringContaining(`${name} ${version}`)])
})
