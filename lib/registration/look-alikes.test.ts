import { aCtx, aCustomer, aMerged, aPoint, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import type { Scope } from '@/lib/access/viewer'
import { registerCustomer } from './register'

const { db } = useTestDatabase()

const typed = { kind: 'person', name: 'Teodora Quaresma Ybarra', birthOn: '1987-03-09' }
const mobile = {
  channel: 'mobile',
  value: '+5511976543210',
  normalized: '+5511976543210',
  matchKey: '76543210|11',
} as const

async function linksTo(input: object, scope?: Scope) {
  const result = await registerCustomer(await aCtx(db(), 'agent', scope), input)
  if (result.ok) return []
  return result.failure.kind === 'invalid' ? (result.failure.links ?? []) : []
}

it('names a customer of the same name and birth date, and says why in words', async () => {
  const known = await aCustomer(db(), { name: 'Teodora de Quaresma Ybarra', birthOn: '1987-03-09' })
  const [link] = await linksTo(typed)
  expect(link).toMatchObject({ href: `/customers/${known.id}` })
  expect(link!.label).toMatch(/\d%: .*mesmo nascimento/)
})

it('names a customer of a similar name when another value fits, the likeliest first', async () => {
  const misspelt = await aCustomer(db(), { name: 'Teodora Quaresma Ibarra', birthOn: '1987-09-03' })
  await aPoint(db(), misspelt.id, mobile)
  const namesake = await aCustomer(db(), { name: 'Teodora Quaresma Ybarra', birthOn: '1955-12-01' })
  const links = await linksTo({ ...typed, phone: '11 97654-3210' })
  expect(links.map(({ href }) => href)).toEqual([`/customers/${misspelt.id}`, `/customers/${namesake.id}`])
  expect(links[0]!.label).toMatch(/mesmo telefone/)
  expect(links[0]!.label).not.toContain('97654')
})

it('does not name a customer who only has a similar name', async () => {
  await aCustomer(db(), { name: 'Teodoro Quaresna Ybarra', birthOn: '1955-12-01' })
  expect(await linksTo(typed)).toEqual([])
})

it('names the survivor of a merged record, once', async () => {
  const { survivor, absorbed } = await aMerged(db(), { survivor: { name: 'Teodora Quaresma Ybarra' } })
  await aPoint(db(), absorbed.id, mobile)
  const links = await linksTo({ ...typed, phone: '11 97654-3210' })
  expect(links.map(({ href }) => href)).toEqual([`/customers/${survivor.id}`])
})

it('names nobody out of the viewer’s scope', async () => {
  const [mine, theirs] = [await aStore(db()), await aStore(db())]
  await aCustomer(db(), { ...typed, kind: 'person', storeId: theirs.id })
  const input = { ...typed, storeId: mine.id }
  expect(await linksTo(input, { kind: 'stores', storeIds: [mine.id] })).toEqual([])
})
