import { and, eq, inArray, isNull } from 'drizzle-orm'
import { auditEvents, customers, relationships } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aMerged, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { changeRelationship } from './commands/change'
import { relateCustomers } from './commands/relate'
import { removeRelationship, restoreRelationship } from './commands/remove'
import { addTag, changeTag, restoreTag, retireTag } from './commands/tags'
import { DEFAULT_TAGS } from './default-tags'
import { getOther, getRelated, listRelated, listRelatedForRail } from './queries'
import { listTags } from './tags'

const { db, pool } = useTestDatabase()

const groupOf = (...memberIds: string[]) => ({ survivorId: memberIds[0]!, memberIds, revealed: new Set<string>() })

const CHILD = `${DEFAULT_TAGS.mother}.inverse`
const MOTHER = `${DEFAULT_TAGS.mother}.name`
const SIBLING = `${DEFAULT_TAGS.sibling}.name`

/** Two customers, and a context of somebody who may relate them. */
async function twoCustomers() {
  const ctx = await aCtx(db())
  const mother = await aCustomer(db(), { name: 'Maria Clara Antunes' })
  const child = await aCustomer(db(), { name: 'Ana Antunes' })
  return { ctx, mother, child, ids: { customerId: mother.id, otherId: child.id } }
}

async function related() {
  const two = await twoCustomers()
  expect(await relateCustomers(two.ctx, { ...two.ids, tags: [CHILD], note: 'Mora com a mãe' })).toMatchObject({
    ok: true,
  })
  return two
}

/** The related customers of a list as `name: key.side …`. */
const wordsIn = (list: Awaited<ReturnType<typeof listRelated>>['related']) =>
  list.map((one) => `${one.id ? one.name : '?'}: ${one.tags.map(({ tag, side }) => `${tag.key}.${side}`).join(' ')}`)

const listed = async (ctx: WriteCtx, ...memberIds: string[]) =>
  wordsIn((await listRelated(ctx, groupOf(...memberIds))).related)

const eventsOf = async (customerId: string) =>
  (await db().select().from(auditEvents).where(eq(auditEvents.customerId, customerId))).map(({ event }) => event)

const liveRows = (...customerIds: string[]) =>
  db()
    .select()
    .from(relationships)
    .where(and(inArray(relationships.customerId, customerIds), isNull(relationships.removedAt)))

describe('relating two customers', () => {
  it('shows each on the profile of the other, with the words of its direction, and writes both histories', async () => {
    const { ctx, mother, child } = await related()
    expect(await listed(ctx, mother.id)).toEqual(['Ana Antunes: mother.inverse'])
    expect(await listed(ctx, child.id)).toEqual(['Maria Clara Antunes: mother.name'])
    expect([await eventsOf(mother.id), await eventsOf(child.id)]).toEqual([
      ['relationship.added'],
      ['relationship.added'],
    ])
  })

  it('shows the same words on both profiles for a symmetric tag', async () => {
    const { ctx, ids, mother, child } = await twoCustomers()
    await relateCustomers(ctx, { ...ids, tags: [SIBLING] })
    expect([await listed(ctx, mother.id), await listed(ctx, child.id)]).toEqual([
      ['Ana Antunes: sibling.name'],
      ['Maria Clara Antunes: sibling.name'],
    ])
  })

  it('gives one relationship when two people do it at once, from both sides', async () => {
    const [one, two] = [await aCustomer(pool()), await aCustomer(pool())]
    const ctx = await aCtx(pool())
    const results = await Promise.all([
      relateCustomers(ctx, { customerId: one.id, otherId: two.id, tags: [SIBLING] }),
      relateCustomers(ctx, { customerId: two.id, otherId: one.id, tags: [SIBLING] }),
      relateCustomers(ctx, { customerId: one.id, otherId: two.id, tags: [MOTHER] }),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const rows = await pool().select().from(relationships).where(eq(relationships.customerId, one.id))
    expect(rows).toHaveLength(1)
    expect((await listRelated(ctx, groupOf(two.id))).related).toHaveLength(1)
  })

  it.each([
    [{ tags: [] }, { fields: { tags: 'related.no_tag' } }],
    [{ tags: [`${DEFAULT_TAGS.sibling}.inverse`] }, { fields: { tags: 'related.tag_unavailable' } }],
    [{ tags: ['01890000-0000-7000-8000-000000000000.name'] }, { fields: { tags: 'related.tag_unavailable' } }],
    [{ note: 'x'.repeat(501) }, { fields: { note: 'too_long' } }],
  ])('refuses %j and changes nothing', async (over, failure) => {
    const { ctx, ids, mother } = await twoCustomers()
    expect(await relateCustomers(ctx, { ...ids, tags: [CHILD], ...over })).toMatchObject({ ok: false, failure })
    expect([await liveRows(mother.id), await eventsOf(mother.id)]).toEqual([[], []])
  })

  it('refuses the customer, and a record of the same merged group', async () => {
    const ctx = await aCtx(db())
    const { survivor, absorbed } = await aMerged(db())
    for (const otherId of [survivor.id, absorbed.id])
      expect(await relateCustomers(ctx, { customerId: survivor.id, otherId, tags: [SIBLING] })).toMatchObject({
        failure: { code: 'related.same_customer' },
      })
    expect(await liveRows(survivor.id, absorbed.id)).toEqual([])
  })

  it('is refused without the permission, and when either customer is out of scope', async () => {
    const { ids, mother, child } = await twoCustomers()
    const store = await aStore(db())
    const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [store.id] })
    const form = { ...ids, tags: [CHILD] }
    expect(await relateCustomers(await aCtx(db(), 'viewer'), form)).toMatchObject({ failure: { kind: 'forbidden' } })
    for (const inScope of [mother.id, child.id]) {
      await db()
        .update(customers)
        .set({ storeId: null })
        .where(inArray(customers.id, [mother.id, child.id]))
      await db().update(customers).set({ storeId: store.id }).where(eq(customers.id, inScope))
      expect(await relateCustomers(seller, form)).toMatchObject({ failure: { kind: 'not_found' } })
    }
    expect(await liveRows(mother.id, child.id)).toEqual([])
  })
})

describe('changing and removing', () => {
  it('changes tags and note on both sides', async () => {
    const { ctx, ids, mother, child } = await related()
    const change = { ...ids, version: '1', tags: [CHILD, SIBLING], note: '' }
    expect(await changeRelationship(ctx, change)).toMatchObject({ ok: true })
    expect(await listed(ctx, child.id)).toEqual(['Maria Clara Antunes: mother.name sibling.name'])
    expect(await changeRelationship(ctx, change)).toMatchObject({ failure: { code: 'stale' } })
    expect(await eventsOf(mother.id)).toEqual(['relationship.added', 'relationship.changed'])
  })

  it('keeps a tag that was retired since, and refuses it for others', async () => {
    const { ctx, ids, mother } = await related()
    const admin = await aCtx(db(), 'admin')
    await retireTag(admin, { tagId: DEFAULT_TAGS.mother })
    expect(await changeRelationship(ctx, { ...ids, version: '1', tags: [CHILD] })).toMatchObject({ ok: true })
    const other = await aCustomer(db())
    const form = { customerId: mother.id, otherId: other.id, tags: [CHILD] }
    expect(await relateCustomers(ctx, form)).toMatchObject({ failure: { fields: { tags: 'related.tag_unavailable' } } })
  })

  it('removes it from both, and an undo brings it back with its tags', async () => {
    const { ctx, ids, mother, child } = await related()
    expect(await removeRelationship(ctx, ids)).toMatchObject({ ok: true })
    expect([await listed(ctx, mother.id), await listed(ctx, child.id)]).toEqual([[], []])
    expect(await removeRelationship(ctx, ids)).toMatchObject({ failure: { kind: 'not_found' } })
    expect(await restoreRelationship(ctx, ids)).toMatchObject({ ok: true })
    expect(await listed(ctx, child.id)).toEqual(['Maria Clara Antunes: mother.name'])
    expect(await restoreRelationship(ctx, ids)).toMatchObject({ failure: { code: 'related.already_related' } })
    expect((await eventsOf(child.id)).slice(1)).toEqual(['relationship.removed', 'relationship.restored'])
  })

  it('can be related again after a removal', async () => {
    const { ctx, ids, child } = await related()
    await removeRelationship(ctx, ids)
    expect(await relateCustomers(ctx, { ...ids, tags: [SIBLING] })).toMatchObject({ ok: true })
    expect(await listed(ctx, child.id)).toEqual(['Maria Clara Antunes: sibling.name'])
  })
})

describe('merged customers and scope', () => {
  it('shows the relationships of all records once, by the name of the survivor, and none to the customer', async () => {
    const { ctx, mother, child } = await related()
    const father = await aCustomer(db(), { name: 'João Antunes' })
    const again = await aCustomer(db(), { name: 'Ana A.' })
    await relateCustomers(ctx, { customerId: father.id, otherId: mother.id, tags: [SIBLING] })
    await relateCustomers(ctx, { customerId: mother.id, otherId: again.id, tags: [SIBLING] })
    await db().update(customers).set({ survivorId: child.id }).where(eq(customers.id, again.id))
    expect(await listed(ctx, mother.id)).toEqual([
      'Ana Antunes: mother.inverse sibling.name',
      'João Antunes: sibling.name',
    ])
    await db().update(customers).set({ survivorId: mother.id }).where(eq(customers.id, father.id))
    expect(await listed(ctx, mother.id, father.id)).toEqual(['Ana Antunes: mother.inverse sibling.name'])
    expect((await getOther(ctx, groupOf(mother.id, father.id), again.id))?.id).toBe(child.id)
    expect(await getOther(ctx, groupOf(mother.id, father.id), father.id)).toBeNull()
    const ids = { customerId: father.id, otherId: again.id }
    const change = { ...ids, version: '1', tags: [SIBLING] }
    expect(await changeRelationship(ctx, change)).toMatchObject({ ok: true })
    expect(await listed(ctx, child.id, again.id)).toEqual(['Maria Clara Antunes: sibling.name'])
    expect(await removeRelationship(ctx, ids)).toMatchObject({ ok: true })
    expect(await listed(ctx, mother.id, father.id)).toEqual([])
  })

  it('shows a customer out of scope without name, note and link, and refuses changes', async () => {
    const { ids, mother, child } = await related()
    const store = await aStore(db())
    await db().update(customers).set({ storeId: store.id }).where(eq(customers.id, mother.id))
    const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [store.id] })
    const { related: rows } = await listRelated(seller, groupOf(mother.id))
    expect(wordsIn(rows)).toEqual(['?: mother.inverse'])
    expect(JSON.stringify(rows)).not.toMatch(/Ana|Mora/)
    expect(JSON.stringify(rows)).not.toContain(child.id)
    expect(await getRelated(seller, groupOf(mother.id), child.id)).toBeNull()
    expect(await listRelatedForRail(seller, groupOf(mother.id))).toEqual([])
    expect(await removeRelationship(seller, ids)).toMatchObject({ failure: { kind: 'not_found' } })
    expect(await changeRelationship(seller, { ...ids, version: '1', tags: [SIBLING] })).toMatchObject({
      failure: { kind: 'not_found' },
    })
    expect(await liveRows(mother.id, child.id)).toHaveLength(2)
  })

  it('lists people before companies, and at most three for the rail', async () => {
    const ctx = await aCtx(db())
    const company = await aCustomer(db(), { kind: 'company', name: 'Cajueiro Ltda.' })
    const names = ['Zélia', 'Ana', 'Bruno']
    for (const name of names)
      await relateCustomers(ctx, {
        customerId: company.id,
        otherId: (await aCustomer(db(), { name })).id,
        tags: [`${DEFAULT_TAGS.employee}.name`],
      })
    const branch = await aCustomer(db(), { kind: 'company', name: 'A Filial' })
    await relateCustomers(ctx, { customerId: company.id, otherId: branch.id, tags: [`${DEFAULT_TAGS.branch}.name`] })
    expect(await listed(ctx, company.id)).toEqual([
      'Ana: employee.name',
      'Bruno: employee.name',
      'Zélia: employee.name',
      'A Filial: branch.name',
    ])
    expect((await listRelatedForRail(ctx, groupOf(company.id))).map(({ name }) => name)).toEqual([
      'Ana',
      'Bruno',
      'Zélia',
    ])
  })
})

describe('the list of tags', () => {
  it('can be added to, renamed, retired and restored by an admin', async () => {
    const admin = await aCtx(db(), 'admin')
    const added = await addTag(admin, { name: 'madrinha de', inverseName: 'afilhada de' })
    const tagId = added.ok ? added.value.tagId : ''
    await changeTag(admin, { tagId, version: '1', name: 'madrinha de', inverseName: 'afilhada(o) de' })
    await retireTag(admin, { tagId })
    const found = async () => (await listTags(admin)).find(({ id }) => id === tagId)
    expect(await found()).toMatchObject({
      inverseName: 'afilhada(o) de',
      isSymmetric: false,
      retiredBy: admin.viewer.userId,
    })
    await restoreTag(admin, { tagId })
    expect(await found()).toMatchObject({ retiredAt: null, version: 4 })
    const events = await db()
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subject, `relationship_tag:${tagId}`)))
    expect(events.map(({ event }) => event.split('.')[1])).toEqual(['added', 'changed', 'retired', 'restored'])
  })

  it.each([
    ['agent', { tagId: DEFAULT_TAGS.mother, version: '1', name: 'a', inverseName: 'b' }, { kind: 'forbidden' }],
    ['admin', { tagId: DEFAULT_TAGS.mother, version: '2', name: 'a', inverseName: 'b' }, { code: 'stale' }],
    ['admin', { tagId: DEFAULT_TAGS.mother, version: '1', name: ' ', inverseName: 'b' }, { kind: 'invalid' }],
    ['admin', { tagId: DEFAULT_TAGS.mother, version: '1', name: 'a' }, { code: 'related.no_inverse' }],
    [
      'admin',
      { tagId: DEFAULT_TAGS.sibling, version: '1', name: 'a', inverseName: 'b' },
      { code: 'related.is_symmetric' },
    ],
  ] as const)('refuses a change by %s with %j', async (role, change, failure) => {
    const ctx = await aCtx(db(), role)
    expect(await changeTag(ctx, change)).toMatchObject({ ok: false, failure })
    const tags = await listTags(await aCtx(db(), 'admin'))
    expect(tags.map(({ name }) => name).filter(Boolean)).toEqual([])
  })
})
