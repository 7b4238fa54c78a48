import { eq } from 'drizzle-orm'
import { useTestDatabase } from '@/lib/testing/database'
import { auditEvents, customerNames, customers, fieldValidations } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aStore } from '@/lib/testing/builders'
import { editCustomer } from './edit'
import { validateCustomer } from './validate'

const { db } = useTestDatabase()

const form = (customer: { id: string; version: number }, over: Record<string, string> = {}) => ({
  customerId: customer.id,
  version: String(customer.version),
  kind: 'person',
  name: 'Maria Clara Antunes',
  ...over,
})

const stored = async (id: string) => (await db().select().from(customers).where(eq(customers.id, id)))[0]!
const history = (id: string) => db().select().from(auditEvents).where(eq(auditEvents.customerId, id))

const withDocument = { documentType: 'cpf', documentNumber: '11144477735', documentCountry: 'BR' } as const

describe('editing the registration', () => {
  let ctx: WriteCtx
  beforeEach(async () => {
    ctx = await aCtx(db(), 'agent')
  })

  it('saves the changes under a new version, with one event', async () => {
    const customer = await aCustomer(db())
    const result = await editCustomer(
      ctx,
      form(customer, { howMet: 'Vitrine', documentType: 'cpf', documentNumber: '111.444.777-35' }),
    )
    expect(result).toMatchObject({ ok: true })
    expect(await stored(customer.id)).toMatchObject({
      howMet: 'Vitrine',
      documentNumber: '11144477735',
      documentCountry: 'BR',
      version: 2,
    })
    expect((await history(customer.id)).map((e) => e.event)).toEqual(['customer.changed'])
  })

  it('finds the customer by the new name afterwards', async () => {
    const customer = await aCustomer(db())
    await editCustomer(ctx, form(customer, { name: 'Conceição de Souza' }))
    const [row] = await db().select().from(customerNames).where(eq(customerNames.customerId, customer.id))
    expect(row?.nameKey).toBe('conceicao souza')
  })

  it('limits how often one person tries tax ids, also refused ones, but no other change', async () => {
    await aCustomer(db(), withDocument)
    const customer = await aCustomer(db())
    const guess = () => editCustomer(ctx, form(customer, { documentType: 'cpf', documentNumber: '111.444.777-35' }))
    for (let i = 0; i < 60; i++)
      expect(await guess()).toMatchObject({ failure: { fields: { documentNumber: 'customers.document_taken' } } })
    expect(await guess()).toMatchObject({ failure: { code: 'budget.tax_id_changes' } })
    expect(await editCustomer(ctx, form(customer, { howMet: 'Vitrine' }))).toMatchObject({ ok: true })
  })

  it('writes nothing when nothing changed', async () => {
    const customer = await aCustomer(db())
    await editCustomer(ctx, form(customer))
    expect((await stored(customer.id)).version).toBe(1)
    expect(await history(customer.id)).toHaveLength(0)
  })

  it('keeps a document that the editor cannot see', async () => {
    const customer = await aCustomer(db(), withDocument)
    await editCustomer(ctx, form(customer, { documentType: 'cpf', documentNumber: '', howMet: 'Indicação' }))
    expect(await stored(customer.id)).toMatchObject({ documentNumber: '11144477735', howMet: 'Indicação' })
  })

  it('removes a document that the editor sees and clears', async () => {
    const admin = await aCtx(db(), 'admin')
    const customer = await aCustomer(db(), withDocument)
    await editCustomer(admin, form(customer, { documentType: '', documentNumber: '' }))
    expect(await stored(customer.id)).toMatchObject({ documentNumber: null, documentType: null, documentCountry: null })
  })

  it('clears the validation of changed fields only', async () => {
    const customer = await aCustomer(db(), { howMet: 'Vitrine', sex: 'female' })
    await validateCustomer(ctx, { customerId: customer.id, field: 'all' })
    await editCustomer(ctx, form(customer, { howMet: 'Instagram', sex: 'female' }))
    const left = await db().select().from(fieldValidations).where(eq(fieldValidations.customerId, customer.id))
    expect(left.map((v) => v.field).sort()).toEqual(['name', 'sex'])
  })

  it('answers a stale edit with the current values', async () => {
    const customer = await aCustomer(db(), { howMet: 'Vitrine' })
    await editCustomer(ctx, form(customer, { howMet: 'Instagram' }))
    const result = await editCustomer(ctx, form(customer, { howMet: 'Indicação' }))
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', code: 'stale', current: { howMet: 'Instagram', version: '2' } },
    })
    expect((await stored(customer.id)).howMet).toBe('Instagram')
  })

  it('does not return the document to a stale editor who cannot see it', async () => {
    const customer = await aCustomer(db(), withDocument)
    const result = await editCustomer(ctx, form(customer, { version: '7' }))
    expect(JSON.stringify(result)).not.toContain('11144477735')
  })

  const refusals: [string, Record<string, string>, object][] = [
    ['an empty name', { name: '  ' }, { fields: { name: 'required' } }],
    [
      'a document of punctuation alone',
      { documentType: 'other', documentNumber: '-' },
      { fields: { documentNumber: 'customers.bad_document' } },
    ],
    [
      'a wrong check digit',
      { documentType: 'cpf', documentNumber: '111.444.777-36' },
      { fields: { documentNumber: 'customers.bad_check_digit' } },
    ],
    [
      'a number without its type',
      { documentNumber: '11144477735' },
      { fields: { documentNumber: 'customers.document_type_missing' } },
    ],
    ['a birth date in the future', { birthOn: '2999-01-01' }, { fields: { birthOn: 'customers.future_date' } }],
    ['a day that does not exist', { birthOn: '1990-02-30' }, { fields: { birthOn: 'invalid_date' } }],
    ['an unknown field', { rating: '5' }, { fields: { _: 'invalid' } }],
    ['an unknown kind', { kind: 'robot' }, { fields: { kind: 'required' } }],
  ]
  it.each(refusals)('refuses %s and changes nothing', async (_what, over, failure) => {
    const customer = await aCustomer(db())
    const result = await editCustomer(ctx, form(customer, over))
    expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid', ...failure } })
    expect(await stored(customer.id)).toEqual(customer)
    expect(await history(customer.id)).toHaveLength(0)
  })

  it.each(['storeId', 'registeredBy'])('refuses a %s that does not exist', async (field) => {
    const customer = await aCustomer(db())
    const result = await editCustomer(ctx, form(customer, { [field]: '00000000-0000-4000-8000-000000000001' }))
    expect(result).toEqual({ ok: false, failure: { kind: 'invalid', fields: { [field]: 'invalid' } } })
    expect(await stored(customer.id)).toEqual(customer)
  })

  it("refuses another visible customer's document", async () => {
    await aCustomer(db(), withDocument)
    const customer = await aCustomer(db())
    const result = await editCustomer(ctx, form(customer, { documentType: 'cpf', documentNumber: '11144477735' }))
    expect(result).toMatchObject({ failure: { fields: { documentNumber: 'customers.document_taken' } } })
  })

  it('records only the denied attempt when the role may not edit', async () => {
    const viewer = await aCtx(db(), 'viewer')
    const customer = await aCustomer(db())
    expect(await editCustomer(viewer, form(customer, { name: 'Outra' }))).toEqual({
      ok: false,
      failure: { kind: 'forbidden' },
    })
    expect(await stored(customer.id)).toEqual(customer)
    expect((await history(customer.id)).map((e) => e.event)).toEqual(['access.denied'])
  })

  it('treats a customer of another store as absent, and records the attempt', async () => {
    const [mine, other] = [await aStore(db()), await aStore(db())]
    const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [mine.id] })
    const customer = await aCustomer(db(), { storeId: other.id })
    expect(await editCustomer(seller, form(customer, { name: 'Outra' }))).toEqual({
      ok: false,
      failure: { kind: 'not_found' },
    })
    expect(await stored(customer.id)).toEqual(customer)
    expect((await history(customer.id)).map((e) => e.event)).toEqual(['access.denied'])
  })
})
