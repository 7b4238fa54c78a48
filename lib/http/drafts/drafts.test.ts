import { count, eq } from 'drizzle-orm'
import { formDrafts } from '@/db/schema'
import { aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newToken } from '@/lib/values/tokens'
import { deleteDraft, findDraft, saveDraft, type Place } from './drafts'
import { sweepDrafts } from './sweep'

const { db } = useTestDatabase()
const now = new Date()
const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)
const place: Place = { path: '/customers/1/notes', form: 'body customerId' }
const values = { body: 'Ligou às 9h', customerId: '1' }

async function aWriter() {
  const { id } = await aUser(db())
  return { token: newToken(), userId: id }
}

const draftsOf = async (userId: string) =>
  (await db().select({ n: count() }).from(formDrafts).where(eq(formDrafts.userId, userId)))[0]!.n

it('returns the typed values to the same user, in the same browser and form, and stores them unreadable', async () => {
  const writer = await aWriter()
  expect(await saveDraft(db(), writer, place, values, now)).toBe(true)
  expect(await findDraft(db(), writer, place, now)).toEqual(values)
  const [row] = await db().select().from(formDrafts).where(eq(formDrafts.userId, writer.userId))
  expect(JSON.stringify(row)).not.toContain('Ligou')
})

it.each<[string, (writer: Awaited<ReturnType<typeof aWriter>>) => Parameters<typeof findDraft>]>([
  ['another user', (writer) => [db(), { ...writer, userId: crypto.randomUUID() }, place, now]],
  ['another browser', (writer) => [db(), { ...writer, token: newToken() }, place, now]],
  ['another page', (writer) => [db(), writer, { ...place, path: '/customers/2/notes' }, now]],
  ['another form of the page', (writer) => [db(), writer, { ...place, form: 'value' }, now]],
  ['anybody after half an hour', (writer) => [db(), writer, place, minutesAfter(now, 31)]],
])('returns nothing to %s', async (_, arrange) => {
  const writer = await aWriter()
  await saveDraft(db(), writer, place, values, now)
  expect(await findDraft(...arrange(writer))).toBeNull()
})

it('replaces an older draft of the same form, and forgets one that was sent', async () => {
  const writer = await aWriter()
  await saveDraft(db(), writer, place, values, now)
  await saveDraft(db(), writer, place, { ...values, body: 'Ligou às 10h' }, now)
  expect(await findDraft(db(), writer, place, now)).toMatchObject({ body: 'Ligou às 10h' })
  await deleteDraft(db(), writer, place)
  expect(await draftsOf(writer.userId)).toBe(0)
})

it('refuses values that are too long, and drops the oldest of more than twenty drafts', async () => {
  const writer = await aWriter()
  expect(await saveDraft(db(), writer, place, { body: 'x'.repeat(100_001) }, now)).toBe(false)
  for (let minute = 0; minute < 22; minute++)
    await saveDraft(db(), writer, { ...place, form: `form ${minute}` }, values, minutesAfter(now, minute / 2))
  expect(await draftsOf(writer.userId)).toBe(20)
  expect(await findDraft(db(), writer, { ...place, form: 'form 1' }, now)).toBeNull()
  expect(await findDraft(db(), writer, { ...place, form: 'form 2' }, now)).toEqual(values)
})

it('is swept after it has expired', async () => {
  const writer = await aWriter()
  await saveDraft(db(), writer, place, values, now)
  await sweepDrafts(db(), minutesAfter(now, 29))
  expect(await draftsOf(writer.userId)).toBe(1)
  await sweepDrafts(db(), minutesAfter(now, 31))
  expect(await draftsOf(writer.userId)).toBe(0)
})
