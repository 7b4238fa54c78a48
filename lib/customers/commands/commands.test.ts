import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { useTestDatabase } from '@/lib/testing/database'
import { auditEvents, customerNames, customers, fieldValidations } from '@/db/schema'
import { cpfCheckDigits } from '@/lib/values/tax-id'
import { aCtx, aCustomer, aStore } from '@/lib/testing/builders'
import { clockIds, newCustomerId } from '@/lib/values/ids'
import { createCustomer } from './create'
import { rateCustomer } from './rate'
import { renameCustomer } from './rename'
import { validateCustomer } from './validate'

const { db, pool } = useTestDatabase()
const stored = async (id: string) => (await db().select().from(customers).where(eq(customers.id, id)))[0]!
const events = async (id: string) =>
  (await db().select().from(auditEvents).where(eq(auditEvents.customerId, id))).map((e) => e.event)

describe('renaming in place', () => {
  it('changes the name and its search index', async () => {
    const customer = await aCustomer(db())
    await renameCustomer(await aCtx(db()), { customerId: customer.id, version: 1, name: 'Thaís Gonçalves' })
    const [name] = await db().select().from(customerNames).where(eq(customerNames.customerId, customer.id))
    expect(name?.nameKey).toBe('thais goncalves')
    expect(await events(customer.id)).toEqual(['customer.renamed'])
  })

  it('refuses a stale version and returns the current name', async () => {
    const customer = await aCustomer(db(), { version: 4 })
    const result = await renameCustomer(await aCtx(db()), { customerId: customer.id, version: 3, name: 'Outra' })
    expect(result).toMatchObject({ failure: { kind: 'conflict', current: { name: customer.name, version: '4' } } })
  })
})

describe('rating', () => {
  it('accepts 0 to 5 and records a change once', async () => {
    const ctx = await aCtx(db())
    const customer = await aCustomer(db())
    await rateCustomer(ctx, { customerId: customer.id, rating: '4' })
    await rateCustomer(ctx, { customerId: customer.id, rating: '4' })
    expect((await stored(customer.id)).rating).toBe(4)
    expect(await events(customer.id)).toEqual(['customer.rated'])
  })

  it.each(['6', '-1', '2.5', 'NaN', ''])('refuses %p', async (rating) => {
    const customer = await aCustomer(db(), { rating: 3 })
    const result = await rateCustomer(await aCtx(db()), { customerId: customer.id, rating })
    expect(result.ok).toBe(false)
    expect((await stored(customer.id)).rating).toBe(3)
  })
})

describe('validating', () => {
  it('marks only fields that have a value', async () => {
    const ctx = await aCtx(db())
    const customer = await aCustomer(db(), { howMet: 'Vitrine' })
    await validateCustomer(ctx, { customerId: customer.id, field: 'all' })
    const marked = await db().select().from(fieldValidations).where(eq(fieldValidations.customerId, customer.id))
    expect(marked.map((v) => [v.field, v.validatedBy]).sort()).toEqual([
      ['howMet', ctx.viewer.userId],
      ['name', ctx.viewer.userId],
    ])
  })

  it('refuses an empty field', async () => {
    const customer = await aCustomer(db())
    const result = await validateCustomer(await aCtx(db()), { customerId: customer.id, field: 'birthOn' })
    expect(result).toMatchObject({ failure: { code: 'customers.nothing_to_validate' } })
  })
})

describe('registering a customer', () => {
  const form = { kind: 'person', name: 'João da Silva', documentType: 'cpf', documentNumber: '529.982.247-25' }

  it('is found by name, and assigned to a creator who sees only their own customers', async () => {
    const ctx = await aCtx(db(), 'seller', { kind: 'own' })
    const result = await createCustomer(ctx, form)
    if (!result.ok) throw new Error('refused')
    expect(await stored(result.value.customerId)).toMatchObject({
      documentNumber: '52998224725',
      assignedUserId: ctx.viewer.userId,
    })
    expect(await events(result.value.customerId)).toEqual(['customer.created'])
  })

  it('accepts an id that a program chose, and refuses one in the form', async () => {
    const [ctx, chosen] = [await aCtx(db()), newCustomerId()]
    const form = { kind: 'person', name: 'Otávio' }
    const ids = { customer: () => chosen, row: clockIds.row }
    expect(await createCustomer({ ...ctx, ids }, form)).toMatchObject({ value: { customerId: chosen } })
    expect(await createCustomer(ctx, { ...form, id: newCustomerId() })).toMatchObject({ failure: { kind: 'invalid' } })
  })

  it('refuses a store that is not the viewer’s', async () => {
    const [mine, other] = [await aStore(db()), await aStore(db())]
    const ctx = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [mine.id] })
    expect(await createCustomer(ctx, { ...form, storeId: other.id })).toMatchObject({
      failure: { fields: { storeId: 'customers.store_out_of_scope' } },
    })
  })

  it('accepts one of two people who register the same document at once', async () => {
    const ctx = await aCtx(pool(), 'agent')
    const base = String(randomInt(1e8, 1e9))
    const typed = { ...form, documentNumber: base + cpfCheckDigits(base) }
    const both = await Promise.all([createCustomer(ctx, typed), createCustomer(ctx, typed)])
    expect(both.map((r) => r.ok).sort()).toEqual([false, true])
  })
})
