import { eq } from 'drizzle-orm'
import { useTestDatabase } from '@/lib/testing/database'
import { auditEvents, externalIds, notes, reveals } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { aCtx, aCustomer, aMerged, aPoint, aStore } from '@/lib/testing/builders'
import { revealPersonal } from '@/lib/privacy/commands'
import { getProfile } from './header'
import { openProfile } from './open'

const { db } = useTestDatabase()
const withDocument = { documentType: 'cpf', documentNumber: '11144477735', documentCountry: 'BR' } as const

describe('the profile header', () => {
  it('masks the tax id everywhere in the result', async () => {
    const customer = await aCustomer(db(), withDocument)
    const profile = await getProfile(await aCtx(db(), 'agent'), customer.id)
    expect(profile).toMatchObject({ document: { shown: '***.***.777-**', masked: true } })
    expect(JSON.stringify(profile)).not.toContain('11144477735')
  })

  it('shows it in clear to a role that reads personal data', async () => {
    const customer = await aCustomer(db(), withDocument)
    const profile = await getProfile(await aCtx(db(), 'compliance'), customer.id)
    expect(profile).toMatchObject({ document: { shown: '111.444.777-35', masked: false } })
  })

  it('shows it after a reveal, to that session only, until the reveal expires', async () => {
    const customer = await aCustomer(db(), withDocument)
    const agent = await aCtx(db(), 'agent')
    await revealPersonal(agent, { customerId: customer.id, subject: 'document' })
    expect(await getProfile(agent, customer.id)).toMatchObject({ document: { masked: false } })
    expect(await getProfile(await aCtx(db(), 'agent'), customer.id)).toMatchObject({ document: { masked: true } })
    await db()
      .update(reveals)
      .set({ expiresAt: new Date(0) })
    expect(await getProfile(agent, customer.id)).toMatchObject({ document: { masked: true } })
  })

  it('masks the attributes of other systems and ids that are a CPF, until the attributes are revealed', async () => {
    const attributes = { 'CPF da mãe': '111.444.777-35', clube: 'Ouro' }
    const customer = await aCustomer(db(), { attributes })
    await db()
      .insert(externalIds)
      .values([
        { source: 'legado', externalId: '52998224725', customerId: customer.id },
        { source: 'sap', externalId: '0010048731', customerId: customer.id },
      ])
    const agent = await aCtx(db(), 'agent')
    expect(await getProfile(agent, customer.id)).toMatchObject({
      attributes: { 'CPF da mãe': '***.***.777-**', clube: '****' },
      attributesMasked: true,
      externalIds: [
        { source: 'legado', externalId: '***.***.247-**' },
        { source: 'sap', externalId: '0010048731' },
      ],
    })
    await revealPersonal(agent, { customerId: customer.id, subject: 'attributes' })
    expect(await getProfile(agent, customer.id)).toMatchObject({ attributes, attributesMasked: false })
    expect(await getProfile(await aCtx(db(), 'compliance'), customer.id)).toMatchObject({ attributes })
  })

  it('returns the survivor of a merged customer', async () => {
    const survivor = await aCustomer(db())
    const absorbed = await aCustomer(db(), { survivorId: survivor.id })
    const ctx = await aCtx(db())
    expect(await getProfile(ctx, absorbed.id)).toEqual({ moved: survivor.id })
    expect(await getProfile(ctx, survivor.id)).toMatchObject({ memberIds: [survivor.id, absorbed.id] })
  })

  it('returns a survivor in the store of the viewer for a merged record of another store', async () => {
    const [mine, other] = [await aStore(db()), await aStore(db())]
    const survivor = await aCustomer(db(), { storeId: mine.id })
    const absorbed = await aCustomer(db(), { storeId: other.id, survivorId: survivor.id })
    const ctx = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [mine.id] })
    expect(await getProfile(ctx, absorbed.id)).toEqual({ moved: survivor.id })
  })

  it('returns null for a missing, malformed or out-of-scope id, and audits the last when a page is opened', async () => {
    const ctx = await aCtx(db(), 'seller', { kind: 'own' })
    const foreign = await aCustomer(db())
    for (const id of [foreign.id, '00000000-0000-4000-8000-000000000001', "' or 1=1 --"]) {
      expect(await getProfile(ctx, id)).toBeNull()
      expect(await openProfile(ctx, async () => ctx, id)).toBeNull()
    }
    const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, foreign.id))
    expect(events.map((e) => e.event)).toEqual(['access.denied'])
  })

  it('counts over merged records, duplicates once, and lists their external ids', async () => {
    const { survivor, absorbed } = await aMerged(db())
    for (const { id } of [survivor, absorbed]) await aPoint(db(), id)
    await aPoint(db(), absorbed.id, { value: 'b@example.com', normalized: 'b@example.com' })
    const author = await aCtx(db())
    await db()
      .insert(notes)
      .values({ customerId: absorbed.id, id: newId(), body: 'Ligou', authorId: author.viewer.userId })
    await db().insert(externalIds).values({ source: 'sap', externalId: '77', customerId: absorbed.id })
    expect(await getProfile(author, survivor.id)).toMatchObject({
      counts: { contacts: 2, notes: 1 },
      externalIds: [{ source: 'sap', externalId: '77' }],
    })
  })

  it('counts only contact points in use', async () => {
    const customer = await aCustomer(db())
    await aPoint(db(), customer.id)
    await aPoint(db(), customer.id, { retiredAt: new Date() })
    expect(await getProfile(await aCtx(db()), customer.id)).toMatchObject({ counts: { contacts: 1, notes: 0 } })
  })
})
