import { eq } from 'drizzle-orm'
import { acquisitionTouches, auditEvents } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { revealPersonal } from '@/lib/privacy/commands'
import { aCtx, aCustomer, aMerged } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { recordTouch } from './commands'
import { getFirstAndLast, listTouches } from './queries'

const { db } = useTestDatabase()

const NOW = new Date('2027-01-10T12:00:00Z')
const GENERATED = 'https://loja.example/promo?utm_source=google&utm_campaign=verao&email=maria@example.com&gclid=Cj0'

const anAgent = async (): Promise<WriteCtx> => ({ ...(await aCtx(db(), 'agent')), now: NOW })

const groupOf = (memberIds: string[], revealed: string[] = []) => ({
  survivorId: memberIds[0]!,
  memberIds,
  revealed: new Set(revealed),
})

const form = (customerId: string, over: object = {}) => ({
  ...{ customerId, day: '2027-01-05', time: '10:30', entryMethod: 'chatbot', city: 'Recife', ipAddress: '203.0.113.7' },
  generatedUrl: GENERATED,
  ...over,
})

const rowsOf = (customerId: string) =>
  db().select().from(acquisitionTouches).where(eq(acquisitionTouches.customerId, customerId))

describe('recording a contact', () => {
  it('stores the instant in the company’s zone, and what the address says about the advertisement', async () => {
    const { id } = await aCustomer(db())
    expect(await recordTouch(await anAgent(), form(id))).toMatchObject({ ok: true })
    expect(await rowsOf(id)).toMatchObject([
      {
        contactedAt: new Date('2027-01-05T13:30:00Z'),
        ...{ source: 'google', medium: null, campaign: 'verao', clickIds: { gclid: 'Cj0' } },
        ...{ generatedUrl: GENERATED, ipAddress: '203.0.113.7', referrer: null },
      },
    ])
  })

  it('encrypts addresses and the IP in the history', async () => {
    const { id } = await aCustomer(db())
    await recordTouch(await anAgent(), form(id))
    const [event] = await db().select().from(auditEvents).where(eq(auditEvents.customerId, id))
    expect(event!.event).toBe('acquisition.recorded')
    expect(event!.details).not.toMatch(/maria|203|Recife/)
    expect(JSON.parse(event!.details!)).toEqual({
      after: { entryMethod: 'chatbot', utmSource: 'google', campaign: 'verao' },
    })
  })

  it.each([
    ['without the permission', 'viewer', undefined, {}, { kind: 'forbidden' }],
    ['outside the scope', 'agent', { kind: 'own' }, {}, { kind: 'not_found' }],
    ['in the future', 'agent', undefined, { day: '2027-02-01' }, { fields: { day: 'acquisition.in_the_future' } }],
    ['in the year 1', 'agent', undefined, { day: '0001-01-01' }, { fields: { day: 'invalid_date' } }],
    ['in the year 9999', 'agent', undefined, { day: '9999-12-31' }, { fields: { day: 'acquisition.in_the_future' } }],
    ['at no time', 'agent', undefined, { time: '' }, { fields: { time: 'required' } }],
    ['with a name as IP', 'agent', undefined, { ipAddress: 'x' }, { fields: { ipAddress: 'acquisition.bad_ip' } }],
    ['by an unknown method', 'agent', undefined, { entryMethod: 'fax' }, { fields: { entryMethod: 'required' } }],
  ] as const)('is refused %s', async (_case, role, scope, over, failure) => {
    const { id } = await aCustomer(db())
    const ctx = { ...(await aCtx(db(), role, scope)), now: NOW }
    expect(await recordTouch(ctx, form(id, over))).toMatchObject({ ok: false, failure })
    expect(await rowsOf(id)).toEqual([])
    const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, id))
    expect(events.filter(({ event }) => event !== 'access.denied')).toEqual([])
  })
})

describe('reading the contacts', () => {
  it('masks the IP and personal values of addresses until they are revealed', async () => {
    const ctx = await anAgent()
    const { id } = await aCustomer(db())
    await recordTouch(ctx, form(id, { referrer: 'https://ads.example/' }))
    const [masked] = (await listTouches(ctx, groupOf([id]))).touches
    expect(JSON.stringify(masked)).not.toMatch(/maria|203\.0/)
    expect(masked).toMatchObject({ masked: true, ipAddress: '****', referrer: { href: 'https://ads.example/' } })
    const subject = `touch:${masked!.id}`
    expect(await revealPersonal(ctx, { customerId: id, subject })).toMatchObject({ ok: true })
    const [clear] = (await listTouches(ctx, groupOf([id], [subject]))).touches
    expect(clear).toMatchObject({ masked: false, ipAddress: '203.0.113.7', generatedUrl: { href: GENERATED } })
    const compliance = await aCtx(db(), 'compliance')
    expect((await listTouches(compliance, groupOf([id]))).touches[0]).toMatchObject({ ipAddress: '203.0.113.7' })
  })

  it('reveals no contact of another customer', async () => {
    const ctx = await anAgent()
    const [one, other] = [await aCustomer(db()), await aCustomer(db())]
    await recordTouch(ctx, form(other.id))
    const [touch] = await rowsOf(other.id)
    expect(await revealPersonal(ctx, { customerId: one.id, subject: `touch:${touch!.id}` })).toMatchObject({
      ok: false,
    })
  })

  it('lists the contacts of all records, each once over the pages, and the first and the last', async () => {
    const ctx = await anAgent()
    const { survivor, absorbed, memberIds } = await aMerged(db())
    const rows = Array.from({ length: 45 }, (_, n) => ({
      ...{ customerId: n % 2 ? survivor.id : absorbed.id, id: newId(), entryMethod: 'api' as const },
      contactedAt: new Date(NOW.getTime() + Math.floor(n / 3) * 1000),
    }))
    await db().insert(acquisitionTouches).values(rows)
    const ids: string[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listTouches>> = await listTouches(
        ctx,
        groupOf(memberIds),
        cursor ?? undefined,
      )
      ids.push(...page.touches.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(ids).toHaveLength(45)
    expect(new Set(ids).size).toBe(45)
    const ends = await getFirstAndLast(ctx, groupOf(memberIds))
    expect([ends?.last.id, ends?.first.id]).toEqual([ids[0], ids.at(-1)])
    expect(await getFirstAndLast(ctx, groupOf([(await aCustomer(db())).id]))).toBeNull()
  })
})
