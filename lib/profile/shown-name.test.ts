import { eq } from 'drizzle-orm'
import { acceptanceEvents, consents, customers, outbox } from '@/db/schema'
import { laudoOf } from '@/lib/acceptances/seal/laudo'
import { listAcceptances } from '@/lib/acceptances/queries'
import { viewForSigner } from '@/lib/acceptances/signing/view'
import { verifyProtocol } from '@/lib/acceptances/verify/find'
import { listPreferences } from '@/lib/consents/queries'
import { listPoints } from '@/lib/contacts/queries'
import { addressedName, shownName } from '@/lib/customer-group/shown-name'
import { targetOf } from '@/lib/imports/customers/row-target'
import { listDeliveries } from '@/lib/outbox/list'
import { getDelivery } from '@/lib/outbox/read-one'
import { listCustomers } from '@/lib/search/list-customers'
import { searchCustomers } from '@/lib/search/search-customers'
import { acceptanceOf, aPublicContext, aWaiting } from '@/lib/testing/acceptances'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { i18n } from '@/lib/i18n/translator'
import { getProfile } from './header'
import { registrationItems } from './registration'

jest.mock('../jobs/boss', () => ({ enqueue: jest.fn() }))

const { db } = useTestDatabase()
const CIVIL = 'Jovelino Quixaba Prates'
const SOCIAL = 'Jovita Quixaba'
const names = { name: CIVIL, preferredName: SOCIAL }

/** The whole answer as text, to look for a name anywhere in it. */
const textOf = (answer: unknown) => JSON.stringify(answer)

it('is the social name of a person and the legal name of a company; messages use the trade name', () => {
  expect(shownName({ kind: 'person', ...names })).toBe(SOCIAL)
  expect(shownName({ kind: 'person', name: CIVIL, preferredName: null })).toBe(CIVIL)
  const company = { kind: 'company', name: 'Padaria Dois Irmãos Ltda.', preferredName: 'Dois Irmãos' } as const
  expect([shownName(company), addressedName(company)]).toEqual(['Padaria Dois Irmãos Ltda.', 'Dois Irmãos'])
})

it('is the only name in the list and in search results, which find both names', async () => {
  const ctx = await aCtx(db())
  const { id } = await aCustomer(db(), { ...names, lastActivityAt: new Date('2099-01-01') })
  const [first] = (await listCustomers(ctx)).customers
  expect([first?.id, first?.name]).toEqual([id, SOCIAL])
  for (const [q, matchedBy] of [
    [SOCIAL, 'preferred_name'],
    [CIVIL, 'name'],
  ]) {
    const { hits } = await searchCustomers(ctx, { q: q!, type: 'all' })
    expect(hits.find((hit) => hit.id === id)).toMatchObject({ name: SOCIAL, hasSocialName: true, matchedBy })
    expect(textOf(hits)).not.toContain(CIVIL)
  }
})

it('names the civil name as such in the registration', async () => {
  const ctx = await aCtx(db())
  const { id } = await aCustomer(db(), names)
  const profile = await getProfile(ctx, id)
  if (!profile || 'moved' in profile) throw new Error('no profile')
  const items = registrationItems(profile, i18n('pt-BR')).map(({ label, value }) => [label, value])
  expect(items.slice(0, 2)).toEqual([
    ['Nome civil', CIVIL],
    ['Nome social', SOCIAL],
  ])
})

it('is the name of a merged record beside its contacts and consents', async () => {
  const ctx = await aCtx(db(), 'admin')
  const survivor = await aCustomer(db())
  const absorbed = await aCustomer(db(), { ...names, survivorId: survivor.id })
  await aPoint(db(), absorbed.id)
  await db().insert(consents).values({
    customerId: absorbed.id,
    id: newId(),
    preference: 'email',
    purpose: 'service',
    action: 'accepted',
    origin: 'admin',
  })
  const group = { id: survivor.id, survivorId: survivor.id, memberIds: [survivor.id, absorbed.id] }
  const [point] = await listPoints(ctx, { ...group, revealed: new Set<string>() })
  const [preference] = await listPreferences(ctx, group)
  expect([point?.from, preference?.from]).toEqual([SOCIAL, SOCIAL])
})

it('is the name of the customer that an imported row updates', async () => {
  const { viewer } = await aCtx(db(), 'admin')
  const { id } = await aCustomer(db(), names)
  const [before] = await db().select().from(customers).where(eq(customers.id, id))
  expect(targetOf(viewer, { id, before, row: 1 } as unknown as Parameters<typeof targetOf>[1])).toMatchObject({
    name: SOCIAL,
  })
})

it('addresses messages, names them in the outbox, and has the civil name only in the evidence and the laudo', async () => {
  const ctx = await aCtx(db(), 'admin')
  const { customer, acceptanceKey, token } = await aWaiting(ctx, undefined, names)
  const [delivery] = await db().select().from(outbox).where(eq(outbox.customerId, customer.id))
  expect(delivery?.payload?.text).toContain(SOCIAL)
  expect(textOf(delivery?.payload)).not.toContain(CIVIL)
  const { items } = await listDeliveries(ctx, { tab: 'all' })
  expect(items.find((row) => row.id === delivery?.id)?.customerName).toBe(SOCIAL)
  expect((await getDelivery(ctx, delivery?.id))?.customerName).toBe(SOCIAL)

  const view = await viewForSigner(aPublicContext(db()), token)
  // The page asks for the whole name, so it shows only the first one.
  expect(view).toMatchObject({ signerName: 'Jovita Q.' })
  expect(textOf(view)).not.toContain(CIVIL)
  const acceptance = await acceptanceOf(db(), acceptanceKey)
  expect((await verifyProtocol(aPublicContext(db()), acceptance.protocol))?.signer).toMatch(/^Jovita Q\./)
  const group = { survivorId: customer.id, memberIds: [customer.id] }
  const { acceptances } = await listAcceptances(ctx, group as unknown as Parameters<typeof listAcceptances>[1])
  expect(acceptances[0]?.signerName).toBe(SOCIAL)

  const evidence = await db().select().from(acceptanceEvents).where(eq(acceptanceEvents.acceptanceId, acceptance.id))
  const document = { title: 'Contrato', number: '1', fileName: 'contrato.pdf', pages: 1 }
  const laudo = laudoOf({ acceptance: { ...acceptance, decidedAt: new Date() }, document, evidence })
  const facts = laudo.groups.flatMap((group) => group.facts.map(({ label, value }) => [label, value]))
  expect(facts).toEqual(
    expect.arrayContaining([
      ['Signatário', SOCIAL],
      ['Nome civil', CIVIL],
    ]),
  )
})
