import { newId } from '@/lib/values/ids'
import { chained, isIntact, type Evidence } from './evidence'

const at = new Date('2026-11-20T12:00:00Z')
const happened: Evidence[] = [
  { kind: 'requested', at, details: { protocol: 'RT-7K4M-Q2XD-9H3F', address: 'maria@example.com' } },
  { kind: 'code_sent', at, ip: '203.0.113.7', userAgent: 'Chrome' },
  { kind: 'accepted', at, ip: '203.0.113.7', userAgent: 'Chrome', details: { name: 'Maria' } },
]
const rows = () => chained({ customerId: newId(), id: newId() }, happened)

test('unchanged evidence is intact', () => expect(isIntact(rows())).toBe(true))

test.each([
  ['another address', (all: ReturnType<typeof rows>) => (all[1]!.ip = '198.51.100.1')],
  ['another time', (all: ReturnType<typeof rows>) => (all[2]!.at = new Date(at.getTime() + 1))],
  ['another name', (all: ReturnType<typeof rows>) => (all[2]!.details = '{"name":"Outra"}')],
  ['a removed event', (all: ReturnType<typeof rows>) => all.splice(1, 1)],
  ['events in reverse order', (all: ReturnType<typeof rows>) => all.reverse()],
])('evidence with %s is not intact', (_, change) => {
  const all = rows()
  change(all)
  expect(isIntact(all)).toBe(false)
})

test('details with equal values have equal hashes, in whatever order of keys', () => {
  const acceptanceKey = { customerId: newId(), id: newId() }
  const [one] = chained(acceptanceKey, [{ kind: 'requested', at, details: { a: 1, b: 2 } }])
  const [other] = chained(acceptanceKey, [{ kind: 'requested', at, details: { b: 2, a: 1 } }])
  expect(one!.hash.equals(other!.hash)).toBe(true)
})
