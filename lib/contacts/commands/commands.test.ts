import { and, asc, eq } from 'drizzle-orm'
import { auditEvents, contactPoints, contactPointVersions } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import type { WriteCtx } from '@/lib/kernel/context'
import { newId } from '@/lib/values/ids'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { addPoint } from './add'
import { allowPoint } from './allow'
import { blockPoint } from './block'
import { changePoint } from './change'
import { makePrimary } from './make-primary'
import { restorePoint } from './restore'
import { retirePoint } from './retire'
import { undoBlock } from './undo-block'

const database = useTestDatabase()
const now = new Date('2025-03-01T12:00:00Z')
const primary = { primaryAt: now }
const blocked = { blockedAt: now }
const retired = { retiredAt: now }

async function aCase(over: Partial<typeof contactPoints.$inferInsert> = {}, role?: Parameters<typeof aCtx>[1]) {
  const ctx = await aCtx(database.db(), role)
  const customer = await aCustomer(ctx.db)
  const point = await aPoint(ctx.db, customer.id, over)
  return { ctx, customer, point, one: { customerId: customer.id, pointId: point.id } }
}

const other = { value: 'outra@example.com', normalized: 'outra@example.com', matchKey: 'outra@example.com' }

async function stored(ctx: WriteCtx, id: string) {
  const [row] = await ctx.db.select().from(contactPoints).where(eq(contactPoints.id, id))
  return row!
}

const eventsOf = async (ctx: WriteCtx, customerId: string) =>
  (
    await ctx.db.select().from(auditEvents).where(eq(auditEvents.customerId, customerId)).orderBy(asc(auditEvents.seq))
  ).map((e) => e.event)

describe('adding', () => {
  it('stores the normalised value and the match key, and stars the point only on request', async () => {
    const { ctx, customer } = await aCase()
    const added = await addPoint(ctx, {
      customerId: customer.id,
      channel: 'mobile',
      value: ' (11) 98765-7777 ',
      label: 'Trabalho',
      primary: 'on',
    })
    const plain = await addPoint(ctx, { customerId: customer.id, channel: 'mobile', value: '11 98765-8888' })
    if (!added.ok || !plain.ok) throw new Error('refused')
    expect(await stored(ctx, added.value.pointId)).toMatchObject({
      normalized: '+5511987657777',
      matchKey: '87657777|11',
      label: 'Trabalho',
      primaryAt: ctx.now,
      createdBy: ctx.viewer.userId,
    })
    expect((await stored(ctx, plain.value.pointId)).primaryAt).toBeNull()
    expect(await eventsOf(ctx, customer.id)).toEqual(['contact.added', 'contact.made_primary', 'contact.added'])
  })

  it('refuses a value that is already live on the channel, in any spelling', async () => {
    const { ctx, customer } = await aCase()
    expect(
      await addPoint(ctx, { customerId: customer.id, channel: 'email', value: 'MARIA@example.com' }),
    ).toMatchObject({ failure: { fields: { value: 'contacts.duplicate' } } })
    expect(await eventsOf(ctx, customer.id)).toEqual([])
  })

  it('does not unblock a removed value that is added again', async () => {
    const { ctx, customer } = await aCase({ ...blocked, ...retired })
    expect(
      await addPoint(ctx, { customerId: customer.id, channel: 'email', value: 'maria@example.com' }),
    ).toMatchObject({ failure: { fields: { value: 'contacts.blocked_before' } } })
  })
})

describe('an e-mail with a misspelt domain', () => {
  const typo = { channel: 'email', value: 'Rita@gmial.com' }
  const offer = { ok: false, failure: { fields: { value: 'contacts.misspelt' }, offers: { value: 'Rita@gmail.com' } } }

  it('is not added until it is confirmed', async () => {
    const { ctx, customer } = await aCase()
    expect(await addPoint(ctx, { customerId: customer.id, ...typo })).toMatchObject(offer)
    expect(await eventsOf(ctx, customer.id)).toEqual([])
    expect(await addPoint(ctx, { customerId: customer.id, ...typo, asTyped: 'on' })).toMatchObject({ ok: true })
  })

  it('does not replace a value until it is confirmed, and is no obstacle to a new label', async () => {
    const { ctx, point, one } = await aCase({}, 'admin')
    const change = { ...one, version: '1', value: typo.value }
    expect(await changePoint(ctx, change)).toMatchObject(offer)
    expect((await stored(ctx, point.id)).version).toBe(1)
    expect(await changePoint(ctx, { ...change, asTyped: 'on' })).toMatchObject({ ok: true })
    expect(await changePoint(ctx, { ...change, version: '2', label: 'Casa' })).toMatchObject({ ok: true })
  })
})

describe('changing', () => {
  it('saves the old value as a version, without changing bell and star', async () => {
    const { ctx, point, one } = await aCase({ ...primary, label: 'Casa' })
    expect(await changePoint(ctx, { ...one, version: '1', value: 'Nova@example.com', label: 'Casa' })).toMatchObject({
      ok: true,
    })
    expect(await stored(ctx, point.id)).toMatchObject({
      value: 'Nova@example.com',
      normalized: 'nova@example.com',
      matchKey: 'nova@example.com',
      version: 2,
      primaryAt: now,
    })
    const [old] = await ctx.db.select().from(contactPointVersions).where(eq(contactPointVersions.pointId, point.id))
    expect(old).toMatchObject({
      version: 1,
      value: 'maria@example.com',
      validFrom: point.changedAt,
      replacedAt: ctx.now,
      replacedBy: ctx.viewer.userId,
    })
    expect(await eventsOf(ctx, one.customerId)).toEqual(['contact.changed'])
  })

  it('keeps a masked value when the field is blank, and changes its label', async () => {
    const { ctx, point, one } = await aCase()
    expect(await changePoint(ctx, { ...one, version: '1', value: '', label: 'Recado' })).toMatchObject({ ok: true })
    expect(await stored(ctx, point.id)).toMatchObject({ value: 'maria@example.com', label: 'Recado', version: 2 })
  })

  it('refuses a blank value from a viewer who sees the value', async () => {
    const { ctx, one } = await aCase({}, 'admin')
    expect(await changePoint(ctx, { ...one, version: '1', value: '' })).toMatchObject({
      failure: { fields: { value: 'required' } },
    })
  })

  it('writes nothing when nothing changed', async () => {
    const { ctx, point, one } = await aCase()
    expect(await changePoint(ctx, { ...one, version: '1', value: 'maria@example.com' })).toMatchObject({ ok: true })
    expect((await stored(ctx, point.id)).version).toBe(1)
    expect(await eventsOf(ctx, one.customerId)).toEqual([])
  })

  it('answers a stale edit with the current values, masked for a viewer who may not see them', async () => {
    for (const [role, value] of [
      ['agent', 'm****@example.com'],
      ['admin', 'maria@example.com'],
    ] as const) {
      const { ctx, one } = await aCase({ version: 3, label: 'Casa' }, role)
      const result = await changePoint(ctx, { ...one, version: '2', value: 'nova@example.com' })
      expect(result).toMatchObject({
        ok: false,
        failure: { kind: 'conflict', current: { value, label: 'Casa', version: '3' } },
      })
    }
  })
})

describe('bell, star and removal', () => {
  it('drops the star of a blocked primary and promotes no other point', async () => {
    const { ctx, point, one } = await aCase(primary)
    const second = await aPoint(ctx.db, one.customerId, other)
    expect(await blockPoint(ctx, { ...one, reason: 'Pediu por telefone' })).toMatchObject({
      ok: true,
      value: { starDropped: true },
    })
    expect(await stored(ctx, point.id)).toMatchObject({
      primaryAt: null,
      blockedAt: ctx.now,
      blockedBy: ctx.viewer.userId,
      blockedReason: 'Pediu por telefone',
    })
    expect((await stored(ctx, second.id)).primaryAt).toBeNull()
    expect(await eventsOf(ctx, one.customerId)).toEqual(['contact.blocked', 'contact.dropped_primary'])
  })

  it('does not make a point primary again when it is unblocked', async () => {
    const { ctx, point, one } = await aCase(blocked)
    expect(await allowPoint(ctx, one)).toMatchObject({ ok: true })
    expect(await stored(ctx, point.id)).toMatchObject({ blockedAt: null, blockedBy: null, primaryAt: null })
  })

  it('moves the star only within the channel', async () => {
    const { ctx, point, one } = await aCase()
    const old = await aPoint(ctx.db, one.customerId, { ...other, ...primary })
    const mobile = await aPoint(ctx.db, one.customerId, {
      channel: 'mobile',
      value: '11987657777',
      normalized: '+5511987657777',
      matchKey: null,
      ...primary,
    })
    expect(await makePrimary(ctx, one)).toMatchObject({ ok: true })
    const stars = await ctx.db
      .select({ id: contactPoints.id, at: contactPoints.primaryAt })
      .from(contactPoints)
      .where(eq(contactPoints.customerId, one.customerId))
    expect(Object.fromEntries(stars.map((s) => [s.id, s.at]))).toEqual({
      [point.id]: ctx.now,
      [old.id]: null,
      [mobile.id]: now,
    })
    expect(await eventsOf(ctx, one.customerId)).toEqual(['contact.dropped_primary', 'contact.made_primary'])
  })

  it('retires a point without its star, and restores it blocked if it was blocked', async () => {
    const { ctx, point, one } = await aCase(primary)
    expect(await retirePoint(ctx, one)).toMatchObject({ ok: true, value: { starDropped: true } })
    expect(await stored(ctx, point.id)).toMatchObject({
      primaryAt: null,
      retiredAt: ctx.now,
      retiredBy: ctx.viewer.userId,
    })
    expect(await restorePoint(ctx, one)).toMatchObject({ ok: true })
    expect(await stored(ctx, point.id)).toMatchObject({ retiredAt: null, primaryAt: null })

    const gone = await aPoint(ctx.db, one.customerId, { ...other, ...blocked, ...retired })
    expect(await restorePoint(ctx, { ...one, pointId: gone.id })).toMatchObject({ ok: true })
    expect((await stored(ctx, gone.id)).blockedAt).toEqual(now)
  })

  it('does not restore a value that is live again', async () => {
    const { ctx, point, one } = await aCase(retired)
    await aPoint(ctx.db, one.customerId)
    expect(await restorePoint(ctx, one)).toMatchObject({ failure: { code: 'contacts.duplicate' } })
    expect((await stored(ctx, point.id)).retiredAt).toEqual(now)
  })

  test.each([
    ['blocking what is blocked', blockPoint, blocked],
    ['allowing what is allowed', allowPoint, {}],
    ['starring the primary', makePrimary, primary],
    ['removing what is removed', retirePoint, retired],
    ['restoring what lives', restorePoint, {}],
  ])('writes nothing for %s', async (_, run, over) => {
    const { ctx, point, one } = await aCase(over)
    expect(await run(ctx, one)).toMatchObject({ ok: true })
    expect(await stored(ctx, point.id)).toEqual(point)
    expect(await eventsOf(ctx, one.customerId)).toEqual([])
  })
})

describe('refusals leave nothing behind', () => {
  test.each([
    ['a blocked point as primary', makePrimary, blocked, 'contacts.blocked_not_primary'],
    ['a removed point as primary', makePrimary, retired, 'contacts.is_retired'],
    ['blocking a removed point', blockPoint, retired, 'contacts.is_retired'],
    ['allowing a removed point', allowPoint, { ...blocked, ...retired }, 'contacts.is_retired'],
  ])('%s', async (_, run, over, code) => {
    const { ctx, point, one } = await aCase(over)
    expect(await run(ctx, one)).toEqual({ ok: false, failure: { kind: 'invalid', code } })
    expect(await stored(ctx, point.id)).toEqual(point)
    expect(await eventsOf(ctx, one.customerId)).toEqual([])
  })

  const change = { version: '1', value: 'nova@example.com' }

  test.each([
    ['changing', changePoint, change],
    ['removing', retirePoint, {}],
    ['restoring', restorePoint, {}],
    ['blocking', blockPoint, {}],
    ['allowing', allowPoint, {}],
    ['starring', makePrimary, {}],
  ])('%s another customer’s point, without the permission, and outside the scope', async (_, run, extra) => {
    const { ctx, point, one } = await aCase()
    const stranger = await aCustomer(ctx.db)
    const foreign = await aPoint(ctx.db, stranger.id, primary)
    expect(await run(ctx, { ...one, ...extra, pointId: foreign.id })).toEqual({
      ok: false,
      failure: { kind: 'not_found' },
    })
    expect(await run(ctx, { ...one, ...extra, pointId: newId() })).toEqual({
      ok: false,
      failure: { kind: 'not_found' },
    })
    expect(await run(await aCtx(ctx.db, 'viewer'), { ...one, ...extra })).toEqual({
      ok: false,
      failure: { kind: 'forbidden' },
    })
    expect(await run(await aCtx(ctx.db, 'agent', { kind: 'own' }), { ...one, ...extra })).toEqual({
      ok: false,
      failure: { kind: 'not_found' },
    })
    const rows = await ctx.db
      .select()
      .from(contactPoints)
      .where(and(eq(contactPoints.id, foreign.id)))
    expect([...rows, await stored(ctx, point.id)]).toEqual([foreign, point])
    expect((await eventsOf(ctx, one.customerId)).filter((event) => event !== 'access.denied')).toEqual([])
  })
})

describe('undoing a block', () => {
  const minutes = (ctx: WriteCtx, count: number) => ({ ...ctx, now: new Date(ctx.now.getTime() + count * 60_000) })

  it('restores the star that the block dropped', async () => {
    const { ctx, point, one } = await aCase(primary)
    await blockPoint(ctx, { ...one, reason: 'Por engano' })
    expect(await undoBlock(minutes(ctx, 1), { ...one, star: '1' })).toMatchObject({
      ok: true,
      value: { starRestored: true },
    })
    const row = await stored(ctx, point.id)
    expect([row.blockedAt, row.blockedReason]).toEqual([null, null])
    expect(row.primaryAt).not.toBeNull()
    expect((await eventsOf(ctx, one.customerId)).slice(-2)).toEqual(['contact.allowed', 'contact.made_primary'])
  })

  it('gives no star to a point that had none, nor when its channel has another primary meanwhile', async () => {
    const { ctx, point, one } = await aCase()
    await blockPoint(ctx, one)
    expect(await undoBlock(ctx, { ...one, star: '0' })).toMatchObject({ value: { starRestored: false } })
    await makePrimary(ctx, one)
    await blockPoint(ctx, one)
    const second = await aPoint(ctx.db, one.customerId, { ...other, ...primary })
    expect(await undoBlock(ctx, { ...one, star: '1' })).toMatchObject({ value: { starRestored: false } })
    expect((await stored(ctx, point.id)).primaryAt).toBeNull()
    expect((await stored(ctx, second.id)).primaryAt).toEqual(now)
  })

  it.each([
    ['of another user', async (ctx: WriteCtx) => aCtx(ctx.db)],
    ['of more than ten minutes ago', async (ctx: WriteCtx) => minutes(ctx, 11)],
  ])('is refused for a block %s', async (_, later) => {
    const { ctx, point, one } = await aCase(primary)
    await blockPoint(ctx, one)
    const before = await eventsOf(ctx, one.customerId)
    expect(await undoBlock(await later(ctx), { ...one, star: '1' })).toMatchObject({
      failure: { code: 'contacts.undo_expired' },
    })
    expect((await stored(ctx, point.id)).blockedAt).toEqual(ctx.now)
    expect(await eventsOf(ctx, one.customerId)).toEqual(before)
  })

  it('is refused for a point that is allowed, and for a removed one', async () => {
    for (const over of [{}, { ...blocked, ...retired }]) {
      const { ctx, one } = await aCase(over)
      expect(await undoBlock(ctx, { ...one, star: '1' })).toMatchObject({ failure: { code: 'contacts.undo_expired' } })
    }
  })
})
