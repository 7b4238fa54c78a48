import { useTestDatabase } from '@/lib/testing/database'
import { limited } from './limit'

const { db } = useTestDatabase()
const look = (ipAddress: string, found: 'found' | null = null) => limited({ db: db(), ipAddress }, async () => found)

it('counts the addresses of one IPv6 network together', async () => {
  for (let i = 0; i < 40; i++) expect(await look(`2001:db8:0:1::${i}`)).toBeNull()
  expect(await look('2001:db8:0:1:ffff::1')).toBe('too_many')
  expect(await look('2001:db8:0:2::1')).toBeNull()
})

it('does not count what was found', async () => {
  for (let i = 0; i < 50; i++) expect(await look('203.0.113.7', 'found')).toBe('found')
})
