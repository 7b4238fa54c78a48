import { eq } from 'drizzle-orm'
import { accountKeys, accounts, auditEvents } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { revealPersonal } from '@/lib/privacy/commands'
import { aCtx, aCustomer, aMerged, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { addAccount } from './commands/add'
import { changeAccount } from './commands/change'
import { linkAccountTo, relinkAccount, unlinkAccount } from './commands/link'
import { getAccount, listAccounts, listUnlinkedAccounts } from './queries'

const { db, pool } = useTestDatabase()

const groupOf = (...memberIds: string[]) => ({ survivorId: memberIds[0]!, memberIds, revealed: new Set<string>() })

const FORM = {
  ...{ source: 'sap', externalId: '00471120', name: 'Cartão da loja', type: 'Crédito', product: '', status: 'Ativa' },
  ...{ openedOn: '2026-01-31', extra: 'Limite: 2500\nE-mail: maria@example.com' },
}

/** A customer with an account. */
async function anAccount(customerOver = {}, formOver = {}) {
  const ctx = await aCtx(db())
  const customer = await aCustomer(db(), customerOver)
  const added = await addAccount(ctx, { customerId: customer.id, ...FORM, ...formOver })
  if (!added.ok) throw new Error(JSON.stringify(added.failure))
  return { ctx, customer, ids: { customerId: customer.id, accountId: added.value.accountId } }
}

const rowOf = async (id: string) => (await db().select().from(accounts).where(eq(accounts.id, id)))[0]!

const eventsOf = async (customerId: string) =>
  (await db().select().from(auditEvents).where(eq(auditEvents.customerId, customerId))).map(({ event }) => event)

const namesIn = (rows: { name: string }[]) => rows.map(({ name }) => name)

describe('adding an account', () => {
  it('links it to the customer and writes the history', async () => {
    const { customer, ids } = await anAccount()
    expect(await rowOf(ids.accountId)).toMatchObject({
      ...{ customerId: customer.id, source: 'sap', externalId: '00471120', product: null, openedOn: '2026-01-31' },
      extra: { Limite: '2500', 'E-mail': 'maria@example.com' },
    })
    expect(await eventsOf(customer.id)).toEqual(['customer_account.added'])
  })

  it.each([
    [{ name: ' ' }, { name: 'accounts.no_name' }],
    [{ source: '' }, { source: 'accounts.no_source' }],
    [{ externalId: '' }, { externalId: 'accounts.no_number' }],
    [{ extra: 'Limite' }, { extra: 'accounts.bad_extra' }],
    [{ openedOn: '2026-02-30' }, { openedOn: 'invalid_date' }],
  ])('refuses %j and changes nothing', async (over, fields) => {
    const customer = await aCustomer(db())
    expect(await addAccount(await aCtx(db()), { customerId: customer.id, ...FORM, ...over })).toMatchObject({
      failure: { fields },
    })
    expect(await db().select().from(accounts).where(eq(accounts.customerId, customer.id))).toEqual([])
    expect(await eventsOf(customer.id)).toEqual([])
  })

  it('refuses an account that another customer has', async () => {
    const { ctx } = await anAccount()
    const other = await aCustomer(db())
    expect(await addAccount(ctx, { customerId: other.id, ...FORM })).toMatchObject({
      failure: { fields: { externalId: 'accounts.taken' } },
    })
    expect(await eventsOf(other.id)).toEqual([])
  })

  it('gives an account that two people add at once to one customer', async () => {
    const ctx = await aCtx(pool())
    const [one, other] = [await aCustomer(pool()), await aCustomer(pool())]
    const form = { ...FORM, externalId: one.id }
    const results = await Promise.all([one, other].map(({ id }) => addAccount(ctx, { customerId: id, ...form })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await pool().select().from(accountKeys).where(eq(accountKeys.externalId, one.id))).toHaveLength(1)
  })
})

describe('changing an account', () => {
  const change = ({ source: _, externalId: __, ...form } = FORM) => ({ ...form, version: '1' })

  it('keeps masked extra data, which the form does not contain', async () => {
    const { ctx, customer, ids } = await anAccount()
    const { extra: _, ...form } = change()
    expect(await changeAccount(ctx, { ...ids, ...form, status: 'Bloqueada' })).toMatchObject({ ok: true })
    expect(await rowOf(ids.accountId)).toMatchObject({
      ...{ status: 'Bloqueada', version: 2 },
      extra: { Limite: '2500', 'E-mail': 'maria@example.com' },
    })
    expect(await eventsOf(customer.id)).toEqual(['customer_account.added', 'customer_account.changed'])
  })

  it('writes nothing if nothing differs', async () => {
    const { ctx, customer, ids } = await anAccount()
    expect(await changeAccount(ctx, { ...ids, ...change() })).toMatchObject({ ok: true })
    expect((await rowOf(ids.accountId)).version).toBe(1)
    expect(await eventsOf(customer.id)).toEqual(['customer_account.added'])
  })

  it('refuses a stale version, and an account that is unlinked', async () => {
    const { ctx, ids } = await anAccount()
    await changeAccount(ctx, { ...ids, ...change(), name: 'Outro' })
    expect(await changeAccount(ctx, { ...ids, ...change(), name: 'Terceiro' })).toMatchObject({
      failure: { kind: 'conflict', code: 'stale' },
    })
    await unlinkAccount(ctx, ids)
    expect(await changeAccount(ctx, { ...ids, ...change(), version: '3' })).toMatchObject({
      failure: { kind: 'not_found' },
    })
    expect((await rowOf(ids.accountId)).name).toBe('Outro')
  })
})

describe('unlinking an account', () => {
  it('keeps it with who did it and when, once, and links it again', async () => {
    const { ctx, customer, ids } = await anAccount()
    const group = groupOf(customer.id)
    for (let time = 0; time < 2; time++) expect(await unlinkAccount(ctx, ids)).toMatchObject({ ok: true })
    expect(await listAccounts(ctx, group)).toEqual([])
    expect(await listUnlinkedAccounts(ctx, group)).toMatchObject([
      { unlinkedAt: ctx.now, unlinkedBy: ctx.viewer.name, isLinkedElsewhere: false },
    ])
    expect(await relinkAccount(ctx, ids)).toMatchObject({ ok: true })
    expect(namesIn(await listAccounts(ctx, group))).toEqual(['Cartão da loja'])
    expect(await eventsOf(customer.id)).toEqual([
      ...['customer_account.added', 'customer_account.unlinked', 'customer_account.linked'],
    ])
  })

  it('lets another customer have it, which then keeps it', async () => {
    const { ctx, customer, ids } = await anAccount()
    const other = await aCustomer(db())
    const link = { ...ids, toCustomerId: other.id }
    expect(await linkAccountTo(ctx, link)).toMatchObject({ failure: { code: 'accounts.still_linked' } })
    await unlinkAccount(ctx, ids)
    expect(await linkAccountTo(ctx, { ...ids, toCustomerId: customer.id })).toMatchObject({
      failure: { code: 'accounts.same_customer' },
    })
    expect(await linkAccountTo(ctx, link)).toMatchObject({ ok: true })
    expect(await linkAccountTo(ctx, link)).toMatchObject({ failure: { code: 'accounts.linked_elsewhere' } })
    expect(await relinkAccount(ctx, ids)).toMatchObject({ failure: { code: 'accounts.linked_elsewhere' } })
    expect(namesIn(await listAccounts(ctx, groupOf(other.id)))).toEqual(['Cartão da loja'])
    expect(await listUnlinkedAccounts(ctx, groupOf(customer.id))).toMatchObject([{ isLinkedElsewhere: true }])
    expect(await eventsOf(other.id)).toEqual(['customer_account.linked'])
  })
})

describe('extra data', () => {
  it('is not masked if there is none, and a number of another system is shown', async () => {
    const { ctx, customer, ids } = await anAccount({}, { extra: '' })
    expect(await getAccount(ctx, groupOf(customer.id), ids.accountId)).toMatchObject({
      ...{ masked: false, externalId: '00471120' },
    })
  })

  it('and a number that is a tax id are masked until somebody reveals them', async () => {
    const { ctx, customer, ids } = await anAccount({}, { externalId: '52998224725' })
    const masked = await getAccount(ctx, groupOf(customer.id), ids.accountId)
    expect(masked).toMatchObject({ masked: true, name: 'Cartão da loja' })
    expect(JSON.stringify(masked)).not.toMatch(/52998224725|2500|maria@/)
    const subject = `customer_account:${ids.accountId}`
    expect(await revealPersonal(ctx, { customerId: customer.id, subject })).toMatchObject({ ok: true })
    const revealed = { ...groupOf(customer.id), revealed: new Set([subject]) }
    expect(await getAccount(ctx, revealed, ids.accountId)).toMatchObject({
      ...{ masked: false, externalId: '52998224725', extra: { Limite: '2500', 'E-mail': 'maria@example.com' } },
    })
  })

  it('of another customer cannot be revealed', async () => {
    const { ctx, ids } = await anAccount()
    const other = await aCustomer(db())
    const subject = `customer_account:${ids.accountId}`
    expect(await revealPersonal(ctx, { customerId: other.id, subject })).toMatchObject({
      failure: { kind: 'not_found' },
    })
  })
})

it('lists and changes the accounts of a record that was merged into the customer', async () => {
  const ctx = await aCtx(db())
  const { survivor, absorbed, memberIds } = await aMerged(db())
  const accountId = await plant(ctx, absorbed.id)
  expect(namesIn(await listAccounts(ctx, groupOf(...memberIds)))).toEqual(['Clube'])
  expect(await unlinkAccount(ctx, { customerId: survivor.id, accountId })).toMatchObject({ ok: true })
  expect(await listAccounts(ctx, groupOf(...memberIds))).toEqual([])
})

async function plant(ctx: WriteCtx, customerId: string) {
  const [row] = await db()
    .insert(accounts)
    .values({
      ...{ customerId, id: crypto.randomUUID(), source: 'clube', externalId: customerId, name: 'Clube' },
      createdBy: ctx.viewer.userId,
    })
    .returning()
  return row!.id
}

describe('every command', () => {
  it.each<[string, (ctx: WriteCtx, ids: { customerId: string; accountId: string }) => Promise<unknown>]>([
    ['addAccount', (ctx, { customerId }) => addAccount(ctx, { customerId, ...FORM, externalId: '2' })],
    ['unlinkAccount', unlinkAccount],
    ['relinkAccount', relinkAccount],
    ['linkAccountTo', (ctx, ids) => linkAccountTo(ctx, { ...ids, toCustomerId: ids.customerId })],
  ])('%s is refused without the permission and outside the scope', async (_name, run) => {
    const [mine, theirs] = [await aStore(db()), await aStore(db())]
    const { customer, ids } = await anAccount({ storeId: theirs.id })
    const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [mine.id] })
    expect(await run(await aCtx(db(), 'viewer'), ids)).toMatchObject({ failure: { kind: 'forbidden' } })
    expect(await run(seller, ids)).toMatchObject({ failure: { kind: 'not_found' } })
    const events = await eventsOf(customer.id)
    expect(events.filter((event) => event !== 'access.denied')).toEqual(['customer_account.added'])
  })
})
