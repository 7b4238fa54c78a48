import { and, desc, eq, inArray } from 'drizzle-orm'
import { auditEvents, customers, fieldValidations } from '@/db/schema'
import { editCustomer } from '@/lib/customers/commands/edit'
import { renameCustomer } from '@/lib/customers/commands/rename'
import { validateCustomer } from '@/lib/customers/commands/validate'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import { appendErased } from '@/lib/testing/erased-event'
import { registrationOf } from '@/lib/customers/changes'
import { aCtx, aCustomer, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { restoreValue } from './command'
import { isRestorable } from './fields'
import { getRestoreOutlook } from './outlook'

const { db } = useTestDatabase()
let ctx: WriteCtx
beforeEach(async () => {
  ctx = await aCtx(db(), 'admin')
})

const CPF = '11144477735'
const OTHER_CPF = '52998224725'

const find = async (id: string) => (await db().select().from(customers).where(eq(customers.id, id)))[0]!
const groupOf = (id: string) => ({ survivorId: id, memberIds: [id], revealed: new Set<string>() })

async function edit(id: string, over: object) {
  const customer = await find(id)
  const result = await editCustomer(ctx, {
    ...registrationOf(customer),
    ...over,
    customerId: id,
    version: String(customer.version),
  })
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
}

const lastSeq = async (id: string) =>
  (
    await db()
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.customerId, id), inArray(auditEvents.event, ['customer.changed', 'customer.renamed'])))
      .orderBy(desc(auditEvents.seq))
  )[0]!.seq

const restore = async (id: string, field: string, over: object = {}, as = ctx) =>
  restoreValue(as, {
    customerId: id,
    seq: String(await lastSeq(id)),
    field,
    version: String((await find(id)).version),
    ...over,
  })

it.each([
  ['birthOn', { birthOn: '1986-03-07' }, { birthOn: '1990-01-01' }],
  ['sex', { sex: 'female' as const }, { sex: 'male' }],
  ['howMet', {}, { howMet: 'Feira' }],
  ['remarks', { remarks: 'Prefere manhã' }, { remarks: '' }],
])('sets %s to what it was, in an event of its own', async (field, before, over) => {
  const { id } = await aCustomer(db(), before)
  await edit(id, over)
  expect(await restore(id, field)).toMatchObject({ ok: true })
  const key = field as 'birthOn'
  expect((await find(id))[key]).toBe((before as Partial<Record<string, string>>)[field] ?? null)
  const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, id))
  expect(events.map(({ event, actorId }) => [event, actorId])).toEqual([
    ['customer.changed', ctx.viewer.userId],
    ['customer.changed', ctx.viewer.userId],
  ])
})

it('restores a name after a rename, and removes its validation', async () => {
  const { id } = await aCustomer(db(), { name: 'Ana Souza' })
  await renameCustomer(ctx, { customerId: id, version: '1', name: 'Carlos Lima' })
  await validateCustomer(ctx, { customerId: id, field: 'name' })
  expect(await restore(id, 'name')).toMatchObject({ ok: true })
  expect(await find(id)).toMatchObject({ name: 'Ana Souza' })
  expect(await db().select().from(fieldValidations)).toEqual([])
})

it('restores type, number and country of a document together', async () => {
  const { id } = await aCustomer(db(), { documentType: 'rut', documentNumber: '123456785', documentCountry: 'CL' })
  await edit(id, { documentType: 'cpf', documentNumber: CPF })
  expect(await restore(id, 'documentNumber')).toMatchObject({ ok: true })
  expect(await find(id)).toMatchObject({ documentType: 'rut', documentNumber: '123456785', documentCountry: 'CL' })
})

it('leaves the other fields of the same event as they are', async () => {
  const { id } = await aCustomer(db(), { birthOn: '1986-03-07', howMet: 'Loja' })
  await edit(id, { birthOn: '1990-01-01', howMet: 'Feira' })
  await restore(id, 'birthOn')
  expect(await find(id)).toMatchObject({ birthOn: '1986-03-07', howMet: 'Feira' })
})

describe('a restoration is refused, and changes nothing,', () => {
  const aChanged = async () => {
    const { id } = await aCustomer(db(), { documentType: 'cpf', documentNumber: CPF, howMet: 'Loja' })
    await edit(id, { documentNumber: OTHER_CPF, howMet: 'Feira' })
    return id
  }
  /** The failure, the customer's values and the number of its changes after an attempt. */
  const outcomeOf = async (id: string, result: Awaited<ReturnType<typeof restore>>) => {
    const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, id))
    const { documentNumber, howMet } = await find(id)
    const changes = events.filter(({ event }) => event === 'customer.changed').length
    return { failure: result.ok ? null : result.failure, documentNumber, howMet, changes }
  }
  const unchanged = (failure: object) => ({ failure, documentNumber: OTHER_CPF, howMet: 'Feira', changes: 1 })

  it('when another customer has the old CPF now', async () => {
    const id = await aChanged()
    await aCustomer(db(), { documentType: 'cpf', documentNumber: CPF })
    expect(await outcomeOf(id, await restore(id, 'documentNumber'))).toMatchObject(
      unchanged({ code: 'customers.document_taken' }),
    )
  })

  it('when somebody has saved since', async () => {
    const id = await aChanged()
    expect(await outcomeOf(id, await restore(id, 'howMet', { version: '1' }))).toMatchObject(
      unchanged({ kind: 'conflict', code: 'stale' }),
    )
  })

  it.each([
    ['for a field that the event did not change', 'birthOn', {}, { code: 'profile.not_restorable' }],
    ['for an event that does not exist', 'howMet', { seq: '99' }, { code: 'profile.not_restorable' }],
    ['for a field that nobody can restore', 'rating', {}, { fields: { field: 'invalid' } }],
  ])('%s', async (_, field, over, failure) => {
    const id = await aChanged()
    expect(await outcomeOf(id, await restore(id, field, over))).toMatchObject(unchanged(failure))
  })

  it('when the values were erased', async () => {
    const now = { documentType: 'cpf', documentNumber: OTHER_CPF, howMet: 'Feira' } as const
    const { id } = await aCustomer(db(), now)
    const change = { event: 'customer.changed', before: { howMet: 'Loja' }, after: { howMet: 'Feira' } } as const
    await appendErased(db(), actorOf(ctx), { ...change, customerId: id })
    expect(await outcomeOf(id, await restore(id, 'howMet'))).toMatchObject(
      unchanged({ code: 'profile.not_restorable' }),
    )
  })

  it.each([
    ['without the permission to edit', 'compliance', undefined, 'forbidden'],
    ['without the permission to read the history', 'seller', undefined, 'forbidden'],
    ['outside the portfolio', 'agent', { kind: 'own' }, 'not_found'],
  ] as const)('%s', async (_, role, scope, kind) => {
    const id = await aChanged()
    const other = await aCtx(db(), role, scope)
    expect(await outcomeOf(id, await restore(id, 'howMet', {}, other))).toMatchObject(unchanged({ kind }))
  })
})

it('shows today’s value and the old one, masked for the viewer', async () => {
  const { id } = await aCustomer(db(), { documentType: 'cpf', documentNumber: CPF })
  await edit(id, { documentNumber: OTHER_CPF })
  const asked = { seq: String(await lastSeq(id)), field: 'documentNumber' }
  expect(await getRestoreOutlook(ctx, groupOf(id), asked)).toMatchObject({
    version: 2,
    change: { before: '529.982.247-25', after: '111.444.777-35' },
  })
  expect(await getRestoreOutlook(await aCtx(db(), 'agent'), groupOf(id), asked)).toMatchObject({
    change: { before: '***.***.247-**', after: '***.***.777-**' },
  })
  expect(await getRestoreOutlook(await aCtx(db(), 'compliance'), groupOf(id), asked)).toBeNull()
})

it('names stores, and says when the field has the old value already', async () => {
  const store = await aStore(db(), { name: 'Loja Moema' })
  const { id } = await aCustomer(db(), { storeId: store.id })
  await edit(id, { storeId: '' })
  const asked = { seq: String(await lastSeq(id)), field: 'storeId' }
  expect(await getRestoreOutlook(ctx, groupOf(id), asked)).toMatchObject({
    change: { before: null, after: 'Loja Moema' },
  })
  await edit(id, { storeId: store.id })
  expect(await getRestoreOutlook(ctx, groupOf(id), asked)).toMatchObject({ change: null })
})

it.each([
  ['customer.changed', 'howMet', null, true],
  ['customer.changed', 'name', null, false],
  ['customer.changed', 'documentNumber', null, false],
  ['customer.renamed', 'name', 'Ana', true],
  ['customer.imported', 'birthOn', null, true],
  ['customer.imported', 'profissão', 'x', false],
  ['customer.rated', 'rating', '3', false],
  ['contact.changed', 'value', 'x', false],
])('offers to restore: %s, %s, %s: %s', (event, field, before, expected) => {
  expect(isRestorable(event, field, before)).toBe(expected)
})
