import { sql } from 'drizzle-orm'
import { notes } from '@/db/schema'
import { record } from '@/lib/audit/record'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { aCtx, aMerged } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aSend } from '@/lib/testing/sent'
import { newId } from '@/lib/values/ids'
import { listTimeline, type TimelineEvent } from './list'

const { pool } = useTestDatabase()

const keyOf = ({ kind, id, customerId }: TimelineEvent) => `${kind} ${id} ${customerId}`

/** A pseudo-random sequence, the same in every run, so that a failure can be repeated. */
function randomFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

/** Adds events of several arms at one of a few instants, which differ by less than a millisecond. */
async function addEvents(
  memberIds: readonly string[],
  authorId: string,
  random: (below: number) => number,
  count: number,
) {
  for (let n = 0; n < count; n += 1) {
    const customerId = memberIds[random(memberIds.length)]!
    const instant = sql`timestamptz '2026-03-01 12:00:00+00' + ${random(4)} * interval '250 microseconds'`
    const createdAt = instant as unknown as Date
    const kind = random(3)
    if (kind === 0) await pool().insert(notes).values({ customerId, id: newId(), body: 'Oi', authorId, createdAt })
    if (kind === 1) await aSend(pool(), customerId, { createdAt, channel: random(2) ? 'sms' : 'email' })
    if (kind === 2)
      await pool().transaction((tx) =>
        record(
          tx,
          { userId: null, requestId: null, now: new Date('2026-03-01T12:00:00Z') },
          { event: 'contact.added', customerId, details: { channel: 'mobile' } },
        ),
      )
  }
}

async function readAll(
  group: ViewedGroup,
  direction: 'before' | 'after',
  start: string | null,
  between: () => Promise<void>,
) {
  const ctx = await aCtx(pool())
  const seen: string[] = []
  for (let cursor = start; cursor;) {
    const page = await listTimeline(ctx, group, { [direction]: cursor, limit: 5 })
    seen.push(...page.events.map(keyOf))
    cursor = direction === 'before' ? page.older : page.newer
    await between()
  }
  return seen
}

describe('pages of the timeline', () => {
  it.each([1, 2])('neither repeat nor lose an event while events arrive (seed %d)', async (seed) => {
    const random = randomFrom(seed)
    const { survivor, memberIds } = await aMerged(pool())
    const group = { survivorId: survivor.id, memberIds, revealed: new Set<string>() }
    const ctx = await aCtx(pool())
    await addEvents(memberIds, ctx.viewer.userId, random, 40)
    const start = await listTimeline(ctx, group, { limit: 100 })
    const all = start.events.map(keyOf)
    expect(new Set(all).size).toBe(40)
    const arrive = () => addEvents(memberIds, ctx.viewer.userId, random, 2)

    const first = await listTimeline(ctx, group, { limit: 5 })
    const firstKeys = first.events.map(keyOf)
    const downwards = [...firstKeys, ...(await readAll(group, 'before', first.older, arrive))]
    expect(new Set(downwards).size).toBe(downwards.length)
    expect(all.filter((key) => !downwards.includes(key))).toEqual([])

    const now = await listTimeline(ctx, group, { limit: 500 })
    const last = await listTimeline(ctx, group, { before: now.newer ?? undefined, limit: 500 })
    const oldest = last.events.at(-1)!
    const cursor = (await listTimeline(ctx, group, { limit: last.events.length - 1 })).older!
    const upwards = await readAll(group, 'after', cursor, arrive)
    const before = now.events
      .map(keyOf)
      .slice(0, -2)
      .filter((key) => key !== keyOf(oldest))
    expect(new Set(upwards).size).toBe(upwards.length)
    expect(before.filter((key) => !upwards.includes(key))).toEqual([])
  })
})
