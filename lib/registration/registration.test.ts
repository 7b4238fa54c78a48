import { eq } from 'drizzle-orm'
import { auditEvents, contactPoints, customers } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { registerCustomer } from './register'
import { startRegistration } from './start'

const { db } = useTestDatabase()

const person = { kind: 'person', name: 'Zuleica Quaresma Ybarra' }
const pointsOf = (customerId: string) =>
  db().select().from(contactPoints).where(eq(contactPoints.customerId, customerId)).orderBy(contactPoints.channel)
const named = (name: string) => db().select().from(customers).where(eq(customers.name, name))

it('registers a customer with the first phone and e-mail as primary points, each in the history', async () => {
  const ctx = await aCtx(db())
  const input = { ...person, phone: '(11) 98712-3456', email: 'Zuleica@exemplo.com.br', documentType: 'cpf' }
  const result = await registerCustomer(ctx, input)
  if (!result.ok) throw new Error(JSON.stringify(result))
  const { customerId } = result.value
  expect(await pointsOf(customerId)).toMatchObject([
    { channel: 'email', normalized: 'zuleica@exemplo.com.br', primaryAt: ctx.now },
    { channel: 'mobile', normalized: '+5511987123456', primaryAt: ctx.now },
  ])
  const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, customerId))
  expect(events.map(({ event }) => event)).toEqual([
    'customer.created',
    'contact.added',
    'contact.made_primary',
    'contact.added',
    'contact.made_primary',
  ])
})

it('files a landline as such, and needs neither phone nor e-mail', async () => {
  const ctx = await aCtx(db())
  const landline = await registerCustomer(ctx, { kind: 'person', name: 'Fulvia Fixa Quixote', phone: '(11) 3222-1234' })
  const bare = await registerCustomer(ctx, { kind: 'person', name: 'Nara Nada Xisto' })
  if (!landline.ok || !bare.ok) throw new Error('refused')
  expect(await pointsOf(landline.value.customerId)).toMatchObject([{ channel: 'landline' }])
  expect(await pointsOf(bare.value.customerId)).toEqual([])
})

describe('a customer who looks alike', () => {
  const aTwin = async () => {
    const name = 'Ondina Gêmea Werneck'
    const twin = await aCustomer(db(), { name, documentType: 'cpf', documentNumber: '39053344705' })
    await aPoint(db(), twin.id, {
      value: 'o@exemplo.com.br',
      normalized: 'o@exemplo.com.br',
      matchKey: 'o@exemplo.com.br',
    })
    const mobile = { channel: 'mobile', value: '+5511976543210', normalized: '+5511976543210', matchKey: '76543210|11' }
    await aPoint(db(), twin.id, mobile as Parameters<typeof aPoint>[2])
    return twin
  }

  it.each([
    ['e-mail', { email: 'o@exemplo.com.br' }],
    ['phone', { phone: '11 97654-3210' }],
    ['tax id', { documentType: 'cpf', documentNumber: '390.533.447-05' }],
  ])('is shown with its values masked when the %s is the same, before anything is saved', async (_, over) => {
    const twin = await aTwin()
    const name = `Outra Pessoa ${twin.id}`
    const result = await registerCustomer(await aCtx(db()), { kind: 'person', name, ...over })
    expect(result).toMatchObject({
      failure: { code: 'customers.look_alikes', links: [{ href: `/customers/${twin.id}` }] },
    })
    expect(JSON.stringify(result)).not.toMatch(/o@exemplo|97654-3210|390\.533/)
    expect(await named(name)).toEqual([])
  })

  it('does not stop a registration that says that it is somebody else', async () => {
    const twin = await aTwin()
    const input = { kind: 'person', name: `Outra ${twin.id}`, email: 'o@exemplo.com.br', isNew: 'on' }
    expect(await registerCustomer(await aCtx(db()), input)).toMatchObject({ ok: true })
  })
})

it.each([
  ['a wrong phone', { phone: '123' }, { phone: 'contacts.bad_phone' }],
  ['a wrong e-mail', { email: 'zuleica@' }, { email: 'contacts.bad_email' }],
  ['a misspelt domain', { email: 'zuleica@gmial.com' }, { email: 'contacts.misspelt' }],
  ['no name', { name: ' ' }, { name: 'required' }],
])('refuses %s by field, and saves nothing', async (_, over, fields) => {
  const name = `Recusada ${Math.random()}`
  expect(await registerCustomer(await aCtx(db()), { ...person, name, ...over })).toMatchObject({ failure: { fields } })
  expect(await named(name)).toEqual([])
})

it('is refused without the permission', async () => {
  const viewer = await aCtx(db(), 'viewer')
  expect(await registerCustomer(viewer, person)).toEqual({ ok: false, failure: { kind: 'forbidden' } })
  expect(await startRegistration(viewer, { q: 'Zuleica', type: 'all' })).toMatchObject({
    failure: { kind: 'forbidden' },
  })
})

it.each([
  ['zuleica quaresma', { name: 'zuleica quaresma' }],
  ['zuleica@exemplo.com.br', { email: 'zuleica@exemplo.com.br' }],
  ['(11) 98712-3456', { phone: '(11) 98712-3456' }],
  ['390.533.447-05', { documentType: 'cpf', documentNumber: '390.533.447-05' }],
  ['12.ABC.345/01DE-35', { kind: 'company', documentType: 'cnpj', documentNumber: '12.ABC.345/01DE-35' }],
])('begins a registration of %s with the field that it fits', async (q, values) => {
  expect(await startRegistration(await aCtx(db()), { q, type: 'all' })).toMatchObject({ value: { values } })
})
