import { eq, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { interactions, stores } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { randomOf } from '@/lib/values/random'
import { aCtx, aCustomer, aStore } from '@/lib/testing/builders'
import { aJourney } from '@/lib/testing/documents'
import { aSend, happened } from '@/lib/testing/sent'
import type { WriteCtx } from '@/lib/kernel/context'
import { readFilter, type InteractionFilter } from './filter'
import { listInteractions } from './history'

const { db } = useTestDatabase()

const ALL: InteractionFilter = { test: false }
const none = new Set<string>()
const subjectOf = (...ids: string[]) => ({ id: ids[0]!, survivorId: ids[0]!, memberIds: ids, revealed: none })

/** Reads all pages of a filter, one after the other. */
async function walk(ctx: WriteCtx, ids: string[], filter: InteractionFilter, limit: number) {
  const seen = []
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await listInteractions(ctx, subjectOf(...ids), { filter, cursor, limit })
    expect(items.length).toBeLessThanOrEqual(limit)
    seen.push(...items.map(({ sendId, kind }) => `${sendId} ${kind}`))
    cursor = nextCursor ?? undefined
  } while (cursor)
  return seen
}

/** Sends in every channel and journey, many at the same instant, some of them test sends. */
async function crowded(tx: Primary, customerId: string, journeys: { id: string }[], seed: string) {
  const random = randomOf(seed)
  for (let n = 0; n < 24; n++) {
    const send = await aSend(tx, customerId, {
      channel: random.pick(['email', 'sms', 'whatsapp'] as const),
      journeyId: random.pick([...journeys.map(({ id }) => id), null]),
      test: random.chance(0.25),
    })
    const at = new Date(Date.UTC(2026, 4, random.int(1, 4), 12))
    for (const kind of ['sent', 'delivered', 'opened'] as const)
      if (kind === 'sent' || random.chance(0.7)) await happened(tx, send, kind, at)
  }
}

describe('the history of interactions', () => {
  it('neither skips nor repeats a row when many have the same instant, with microseconds', async () => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    await crowded(db(), id, [await aJourney(db())], 'instants')
    await db()
      .update(interactions)
      .set({ occurredAt: sql`${interactions.occurredAt} + interval '123 microseconds'` })
      .where(eq(interactions.kind, 'opened'))
    const wanted = await bruteForce([id], ALL)
    expect(wanted.length).toBeGreaterThan(25)
    for (const limit of [1, 7, 25]) expect(await walk(ctx, [id], ALL, limit)).toEqual(wanted)
  })

  it('gives for every combination of filters the same rows as filtering the whole history', async () => {
    const ctx = await aCtx(db())
    const ids = [(await aCustomer(db())).id, (await aCustomer(db())).id]
    const journeys = [await aJourney(db()), await aJourney(db())]
    for (const id of ids) await crowded(db(), id, journeys, `filters ${ids.indexOf(id)}`)
    for (const channel of [undefined, 'email', 'sms', 'whatsapp'] as const)
      for (const journey of [undefined, ...journeys.map(({ id }) => id)])
        for (const [from, to] of [
          [undefined, undefined],
          ['2026-05-02', undefined],
          [undefined, '2026-05-02'],
          ['2026-05-02', '2026-05-03'],
        ])
          for (const test of [false, true]) {
            const filter = { channel, journey, from, to, test }
            expect([filter, await walk(ctx, ids, filter, 9)]).toEqual([filter, await bruteForce(ids, filter)])
          }
  })

  it('reads days in the time zone of the company', async () => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    const send = await aSend(db(), id)
    // Eleven at night in São Paulo is the next day in UTC.
    await happened(db(), send, 'sent', new Date('2026-05-03T02:00:00Z'))
    const on = async (day: string) =>
      (await listInteractions(ctx, subjectOf(id), { filter: { test: false, from: day, to: day } })).items.length
    expect([await on('2026-05-02'), await on('2026-05-03')]).toEqual([1, 0])
  })

  it('is empty outside the scope of the viewer, and masked inside it', async () => {
    const [paulista, savassi] = [await aStore(db()), await aStore(db())]
    const { id } = await aCustomer(db(), { storeId: paulista.id })
    await happened(db(), await aSend(db(), id), 'sent')
    const inReach = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [paulista.id] })
    const outside = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [savassi.id] })
    expect((await listInteractions(inReach, subjectOf(id), { filter: ALL })).items).toMatchObject([
      { to: { text: 'm****@example.com', masked: true }, rawCode: 'raw.sent' },
    ])
    expect((await listInteractions(outside, subjectOf(id), { filter: ALL })).items).toEqual([])
    expect(await db().$count(stores)).toBe(2)
  })

  it('starts at the first page for an invalid cursor', async () => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    await happened(db(), await aSend(db(), id), 'sent')
    for (const cursor of [
      '',
      'x',
      "1.2'; drop table sends.sent",
      '99999999999999999999.0190c0de-0000-7000-8000-000000000001.sent',
      '1.0190c0de-0000-7000-8000-000000000001.gone',
    ])
      expect((await listInteractions(ctx, subjectOf(id), { filter: ALL, cursor })).items).toHaveLength(1)
  })

  it.each([
    [{ channel: 'fax', journey: '1', from: 'yesterday', to: '2026-02-30', test: 'yes' }, { test: false }],
    [
      { channel: 'sms', from: '2026-05-02', test: 'on' },
      { channel: 'sms', from: '2026-05-02', test: true },
    ],
  ])('ignores the malformed values in %j', (search, filter) =>
    expect(JSON.parse(JSON.stringify(readFilter(search)))).toEqual(filter),
  )
})

async function bruteForce(ids: string[], { channel, journey, from, to, test }: InteractionFilter) {
  const day = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Sao_Paulo' }).format(at)
  const rows = await db()
    .select({ row: interactions, order: sql<string>`extract(epoch from ${interactions.occurredAt})` })
    .from(interactions)
  return rows
    .filter(({ row }) => ids.includes(row.customerId))
    .filter(
      ({ row }) =>
        (!channel || row.channel === channel) && (!journey || row.journeyId === journey) && (test || !row.test),
    )
    .filter(({ row }) => (!from || day(row.occurredAt) >= from) && (!to || day(row.occurredAt) <= to))
    .sort(
      (a, b) =>
        Number(b.order) - Number(a.order) || compare(b.row.sendId, a.row.sendId) || compare(b.row.kind, a.row.kind),
    )
    .map(({ row }) => `${row.sendId} ${row.kind}`)
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
