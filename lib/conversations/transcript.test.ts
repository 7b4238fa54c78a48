import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { aCtx, aCustomer, aMerged, aPoint } from '@/lib/testing/builders'
import { aConversation, manyMessages } from '@/lib/testing/conversations'
import { useTestDatabase } from '@/lib/testing/database'
import { getConversation, listConversations } from './queries'
import { listTranscript, type TranscriptPlace } from './transcript'

const { db } = useTestDatabase()

const groupOf = (...memberIds: string[]) => ({
  survivorId: memberIds[0]!,
  memberIds,
  revealed: new Set<string>(),
})

async function aLongOne(count: number) {
  const ctx = await aCtx(db())
  const { id } = await aCustomer(db())
  const conversation = await aConversation(db(), id)
  await manyMessages(db(), conversation, count)
  const read = (place?: TranscriptPlace) => listTranscript(ctx, groupOf(id), conversation, place)
  return { ctx, conversation, read }
}

it('is read page by page in both directions, without repeats or gaps', async () => {
  const { read } = await aLongOne(75)
  const newest = await read()
  expect(newest.newer).toBeNull()
  const middle = await read({ before: newest.older! })
  const oldest = await read({ before: middle.older! })
  expect(oldest.older).toBeNull()
  const numbers = [oldest, middle, newest].flatMap(({ messages }) => messages.map(({ number }) => number))
  expect(numbers).toEqual(Array.from({ length: 75 }, (_, index) => index + 1))
  const again = await read({ after: oldest.newer! })
  expect(again.messages.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 16))
  expect((await read({ after: again.newer! })).newer).toBeNull()
})

it('is empty beyond a message that does not exist', async () => {
  const { read } = await aLongOne(3)
  expect(await read({ before: 99 })).toMatchObject({ messages: [], older: null })
})

/** How many rows the plan's scans of the messages returned. */
async function rowsRead(on: Primary, statement: () => Promise<unknown>, table: string): Promise<number> {
  await on.execute(sql`analyze conversation_messages`)
  const before = await returned(on, table)
  await statement()
  return (await returned(on, table)) - before
}

async function returned(on: Primary, table: string): Promise<number> {
  const { rows } = await on.execute<{ rows: string }>(sql`
    select coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::text as rows from pg_stat_xact_user_tables where relname = ${table}`)
  return Number(rows[0]!.rows)
}

it.each<[string, TranscriptPlace | undefined]>([
  ['the newest page', undefined],
  ['a page in the middle', { before: 10_000 }],
  ['the page after one', { after: 10_000 }],
])('reads no more rows for %s of 20,000 messages than of 40', async (_, place) => {
  const { read } = await aLongOne(20_000)
  const rows = await rowsRead(db(), () => read(place), 'conversation_messages')
  expect(rows).toBeLessThanOrEqual(33)
  expect((await read(place)).messages).toHaveLength(30)
})

it('of an absorbed record is shown on its survivor, with the newest first', async () => {
  const ctx = await aCtx(db())
  const { survivor, absorbed, memberIds } = await aMerged(db())
  await aConversation(db(), survivor.id, { openedAt: new Date('2026-01-01'), lastInAt: new Date('2026-01-01') })
  const newer = await aConversation(db(), absorbed.id, { openedAt: new Date('2026-02-01'), lastOutAt: new Date() })
  const listed = await listConversations(ctx, groupOf(...memberIds))
  expect(listed.map(({ customerId, isUnanswered }) => [customerId, isUnanswered])).toEqual([
    [absorbed.id, false],
    [survivor.id, true],
  ])
  expect(await getConversation(ctx, groupOf(...memberIds), newer.id)).toMatchObject({ id: newer.id })
  expect(await getConversation(ctx, groupOf(survivor.id), newer.id)).toBeNull()
})

it('shows the address and what the bot captured in clear only when they are revealed', async () => {
  const ctx = await aCtx(db())
  const { id } = await aCustomer(db())
  const point = await aPoint(db(), id, { channel: 'whatsapp', normalized: '+5511987657777' })
  const attributes = { cpf: '111.444.777-35', cor: 'azul' }
  const conversation = await aConversation(db(), id, { pointId: point.id, attributes })
  const masked = await getConversation(ctx, groupOf(id), conversation.id)
  expect(masked).toMatchObject({ from: '(11) 9****-**77', isMasked: true })
  expect(Object.fromEntries(masked!.attributes)).toEqual({ cpf: '***.***.777-**', cor: '****' })
  const revealed = { ...groupOf(id), revealed: new Set(['attributes', `point:${point.id}`]) }
  const clear = await getConversation(ctx, revealed, conversation.id)
  expect(clear).toMatchObject({ from: '(11) 98765-7777', isMasked: false })
  expect(Object.fromEntries(clear!.attributes)).toEqual(attributes)
})
