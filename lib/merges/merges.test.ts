import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { auditEvents, cases, consents, contactPoints, customers, mergeExclusions, merges, notes } from '@/db/schema'
import { firstState } from '@/lib/cases/find'
import { listCases } from '@/lib/cases/queries'
import { setPreference } from '@/lib/consents/commands'
import { listPreferences } from '@/lib/consents/queries'
import { blockPoint } from '@/lib/contacts/commands/block'
import { listPoints } from '@/lib/contacts/queries'
import { editCustomer } from '@/lib/customers/commands/edit'
import type { Customer } from '@/lib/customer-group/lock'
import { validateCustomer } from '@/lib/customers/commands/validate'
import type { WriteCtx } from '@/lib/kernel/context'
import { writeNote } from '@/lib/notes/commands'
import { listNotes } from '@/lib/notes/queries'
import { getProfile } from '@/lib/profile/header'
import { aCtx, aCustomer, aPoint, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { listTimeline } from '@/lib/timeline/list'
import { newId } from '@/lib/values/ids'
import { mergeCustomers, RECORDS_MAX } from './commands/merge'
import { excludeRow, includePart } from './commands/parts'
import { undoMerge } from './commands/undo'
import { OPTIONAL_PARTS } from './contributions'
import { listExcluded, listMerges } from './queries'

const { db } = useTestDatabase()

const read = async (id: string, on: Primary = db()): Promise<Customer> =>
  (await on.select().from(customers).where(eq(customers.id, id)))[0]!

/** The input of a merge of two customers as they are now, with every part. */
async function wanted(kept: { id: string }, other: { id: string }, over: object = {}) {
  const [own, theirs] = [await read(kept.id), await read(other.id)]
  return {
    customerId: kept.id,
    version: own.version,
    otherId: other.id,
    otherVersion: theirs.version,
    take: [],
    parts: [...OPTIONAL_PARTS],
    ...over,
  }
}

async function merged(ctx: WriteCtx, kept: { id: string }, other: { id: string }, over: object = {}): Promise<string> {
  const result = await mergeCustomers(ctx, await wanted(kept, other, over))
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value.mergeId
}

/** All rows of these customers in the tables that a merge may change, as Postgres writes them to JSON. */
async function rowsOf(ids: string[]) {
  const tables = ['customers', 'customer_names', 'contact_points', 'field_validations', 'notes', 'cases', 'consents']
  const list = sql.param(ids)
  const found = await Promise.all(
    [...tables, 'accounts', 'relationships', 'attachments', 'merge_exclusions'].map((table) =>
      db().execute(
        sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where ${sql.raw(table === 'customers' ? 'id' : 'customer_id')} = any(${list}::uuid[]) order by to_jsonb(t)::text`,
      ),
    ),
  )
  return found.map(({ rows }) => rows)
}

const viewed = (ids: string[]) => ({ survivorId: ids[0]!, memberIds: ids, revealed: new Set<string>() })

async function aCase(customerId: string, ctx: WriteCtx) {
  const id = newId()
  const state = await firstState(ctx)
  await db()
    .insert(cases)
    .values({ customerId, id, subject: 'Segunda via', stateId: state.id, createdBy: ctx.viewer.userId })
  return id
}

describe('merging', () => {
  it('makes the other customer part of the survivor, with the chosen values, and writes both histories', async () => {
    const ctx = await aCtx(db())
    const kept = await aCustomer(db(), { name: 'Ana Souza', howMet: 'Loja' })
    const other = await aCustomer(db(), { name: 'Ana Souza Lima', birthOn: '1990-02-03', howMet: 'Site' })
    await merged(ctx, kept, other, { take: ['name', 'birthOn'] })
    expect(await read(kept.id)).toMatchObject({ name: 'Ana Souza Lima', birthOn: '1990-02-03', howMet: 'Loja' })
    expect(await getProfile(ctx, other.id)).toEqual({ moved: kept.id })
    expect(await getProfile(ctx, kept.id)).toMatchObject({ memberIds: [kept.id, other.id] })
    const events = await db()
      .select()
      .from(auditEvents)
      .where(inArray(auditEvents.customerId, [kept.id, other.id]))
    expect(events.map(({ customerId, event }) => [customerId, event])).toEqual(
      expect.arrayContaining([
        [kept.id, 'customer.merged'],
        [other.id, 'customer.absorbed'],
      ]),
    )
  })

  it('adds the data from other systems that the survivor lacks, and never replaces any', async () => {
    const ctx = await aCtx(db())
    const kept = await aCustomer(db(), { attributes: { plano: 'A' } })
    const other = await aCustomer(db(), { attributes: { plano: 'B', setor: 'Sul' } })
    await merged(ctx, kept, other, { take: ['attributes'] })
    expect((await read(kept.id)).attributes).toEqual({ plano: 'A', setor: 'Sul' })
  })

  it.each([
    ['without the permission', 'seller', {}, 'forbidden'],
    ['on an older version', 'agent', { version: 7 }, 'merges.stale'],
    ['on an older version of the other', 'agent', { otherVersion: 7 }, 'merges.stale'],
    ['with an unknown part', 'agent', { parts: ['everything'] }, 'invalid'],
    ['with an unknown field', 'agent', { take: ['id'] }, 'invalid'],
    ['with a customer who does not exist', 'agent', { otherId: newId() }, 'not_found'],
  ] as const)('is refused %s, and changes nothing', async (_, role, over, code) => {
    const ctx = await aCtx(db(), role)
    const [kept, other] = [await aCustomer(db()), await aCustomer(db())]
    const before = await rowsOf([kept.id, other.id])
    const result = await mergeCustomers(ctx, await wanted(kept, other, over))
    expect(result).toMatchObject({ ok: false })
    const { failure } = result as Extract<typeof result, { ok: false }>
    expect('code' in failure && failure.code ? failure.code : failure.kind).toBe(code)
    expect(await rowsOf([kept.id, other.id])).toEqual(before)
    expect(await db().select().from(merges).where(eq(merges.customerId, kept.id))).toEqual([])
  })

  it('finds neither customer outside the viewer’s scope', async () => {
    const [mine, theirs] = [await aStore(db()), await aStore(db())]
    const ctx = await aCtx(db(), 'agent', { kind: 'stores', storeIds: [mine.id] })
    const [kept, other] = [await aCustomer(db(), { storeId: mine.id }), await aCustomer(db(), { storeId: theirs.id })]
    for (const [one, two] of [
      [kept, other],
      [other, kept],
    ] as const)
      expect(await mergeCustomers(ctx, await wanted(one, two))).toMatchObject({ failure: { kind: 'not_found' } })
  })

  it('refuses a person with a company, one customer with itself, and more records than the limit', async () => {
    const ctx = await aCtx(db())
    const kept = await aCustomer(db())
    const company = await aCustomer(db(), { kind: 'company' })
    const codeOf = async (other: { id: string }) => {
      const result = await mergeCustomers(ctx, await wanted(kept, other))
      return !result.ok && 'code' in result.failure && result.failure.code
    }
    expect(await codeOf(company)).toBe('merges.different_kinds')
    for (let records = 1; records < RECORDS_MAX; records++) await aCustomer(db(), { survivorId: kept.id })
    expect(await codeOf(await aCustomer(db()))).toBe('merges.too_many')
    const [absorbed] = await db().select().from(customers).where(eq(customers.survivorId, kept.id)).limit(1)
    expect(await codeOf(absorbed!)).toBe('merges.same_customer')
  })

  it('asks for a confirmation when both have a document of one type and the numbers differ', async () => {
    const ctx = await aCtx(db())
    const [kept, other] = await Promise.all(
      ['11144477735', '52998224725'].map((documentNumber) =>
        aCustomer(db(), { documentType: 'cpf', documentNumber, documentCountry: 'BR' }),
      ),
    )
    const input = await wanted(kept!, other!)
    expect(await mergeCustomers(ctx, input)).toMatchObject({ failure: { code: 'merges.different_documents' } })
    expect(await mergeCustomers(ctx, { ...input, differentDocuments: 'yes' })).toMatchObject({ ok: true })
  })

  it('never loosens a consent or a block, also of a part that is left out', async () => {
    const ctx = await aCtx(db())
    const [kept, other] = [await aCustomer(db()), await aCustomer(db())]
    const say = (customerId: string, action: 'accepted' | 'cancelled') =>
      db()
        .insert(consents)
        .values({ customerId, id: newId(), preference: 'email', purpose: 'marketing', action, origin: 'app' })
    await say(other.id, 'cancelled')
    await say(kept.id, 'accepted')
    await aPoint(db(), kept.id)
    await aPoint(db(), other.id, { blockedAt: new Date() })
    await merged(ctx, kept, other, { parts: [] })
    const group = viewed([kept.id, other.id])
    expect(await listPreferences(ctx, group)).toMatchObject([{ action: 'cancelled' }])
    expect(await listPoints(ctx, group)).toMatchObject([{ from: null, blockedAt: expect.any(Date) }])
  })
})

describe('a part that is left out', () => {
  it('is not on the survivor, stays with its record, and can be brought in', async () => {
    const ctx = await aCtx(db())
    const [kept, other] = [await aCustomer(db()), await aCustomer(db(), { name: 'Bia' })]
    await aPoint(db(), kept.id)
    await aPoint(db(), other.id, { value: 'bia@example.com', normalized: 'bia@example.com' })
    await aCase(other.id, ctx)
    await db().insert(notes).values({ customerId: other.id, id: newId(), body: 'Da Bia', authorId: ctx.viewer.userId })
    await merged(ctx, kept, other, { parts: ['accounts'] })
    const group = viewed([kept.id, other.id])
    const seen = async () => ({
      points: (await listPoints({ ...ctx }, { ...group })).length,
      cases: (await listCases(ctx, group)).cases.length,
      notes: (await listNotes(ctx, [...group.memberIds])).notes.length,
      timeline: (await listTimeline(ctx, group)).events.filter(({ kind }) => kind === 'cases' || kind === 'notes')
        .length,
      counts: (await getProfile(ctx, kept.id)) as { counts: Record<string, number> },
    })
    expect(await seen()).toMatchObject({
      points: 1,
      cases: 0,
      notes: 0,
      timeline: 0,
      counts: { counts: { contacts: 1, cases: 0, notes: 0 } },
    })
    expect(await listExcluded(ctx, group)).toEqual(
      expect.arrayContaining([
        { recordId: other.id, part: 'contacts', count: 1 },
        { recordId: other.id, part: 'cases', count: 1 },
        { recordId: other.id, part: 'notes', count: 1 },
      ]),
    )
    for (const part of ['contacts', 'cases', 'notes'])
      await includePart(ctx, { customerId: kept.id, recordId: other.id, part })
    expect(await seen()).toMatchObject({
      points: 2,
      cases: 1,
      notes: 1,
      timeline: 2,
      counts: { counts: { contacts: 2, cases: 1, notes: 1 } },
    })
  })
})

describe('taking one row out', () => {
  it('hides only that row, and bringing it back shows it again', async () => {
    const ctx = await aCtx(db())
    const [kept, other] = [await aCustomer(db()), await aCustomer(db())]
    const [stays, goes] = [await aCase(other.id, ctx), await aCase(other.id, ctx)]
    await merged(ctx, kept, other)
    const row = { customerId: kept.id, recordId: other.id, part: 'cases', rowId: goes }
    const group = viewed([kept.id, other.id])
    const ids = async () => (await listCases(ctx, group)).cases.map(({ id }) => id)
    expect(await excludeRow(ctx, row)).toMatchObject({ ok: true })
    expect(await excludeRow(ctx, row)).toMatchObject({ ok: true })
    expect(await ids()).toEqual([stays])
    expect(await listExcluded(ctx, group)).toMatchObject([{ customerId: other.id, id: goes, part: 'cases' }])
    await includePart(ctx, row)
    expect(await ids()).toEqual([goes, stays])
    const events = await db()
      .select()
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.customerId, other.id),
          inArray(auditEvents.event, ['customer.part_excluded', 'customer.part_included']),
        ),
      )
    expect(events.map(({ event }) => event)).toEqual(['customer.part_excluded', 'customer.part_included'])
  })

  it.each([
    ['of the survivor itself', 'own'],
    ['of a customer outside the group', 'stranger'],
    ['that does not exist', 'absent'],
  ])('refuses a row %s', async (_, which) => {
    const ctx = await aCtx(db())
    const [kept, other, stranger] = [await aCustomer(db()), await aCustomer(db()), await aCustomer(db())]
    await merged(ctx, kept, other)
    const recordId = { own: kept.id, stranger: stranger.id, absent: other.id }[which]!
    const rowId = which === 'absent' ? newId() : await aCase(recordId, ctx)
    expect(await excludeRow(ctx, { customerId: kept.id, recordId, part: 'cases', rowId })).toMatchObject({ ok: false })
    expect(await db().select().from(mergeExclusions)).toEqual([])
  })
})

describe('undoing', () => {
  it('restores both records byte for byte when nothing came later', async () => {
    const ctx = await aCtx(db())
    const kept = await aCustomer(db(), { name: 'Ana Souza', attributes: { a: '1' }, rating: 2 })
    const other = await aCustomer(db(), {
      name: 'Ana S. Lima',
      birthOn: '1990-02-03',
      attributes: { b: '2' },
      lastPurchaseOn: '2026-01-02',
      lastInteractionAt: new Date(),
      lastInteractionChannel: 'email',
    })
    await aPoint(db(), kept.id, { primaryAt: new Date() })
    await aPoint(db(), other.id, { primaryAt: new Date() })
    await aCase(other.id, ctx)
    await validateCustomer(ctx, { customerId: kept.id, field: 'name' })
    const before = await rowsOf([kept.id, other.id])
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) }
    const mergeId = await merged(later, kept, other, { take: ['name', 'birthOn', 'attributes'], parts: ['cases'] })
    expect(await rowsOf([kept.id, other.id])).not.toEqual(before)
    expect(await undoMerge(later, { customerId: kept.id, mergeId })).toMatchObject({ ok: true })
    expect(await rowsOf([kept.id, other.id])).toEqual(before)
  })

  it('keeps what somebody changed later, and restores the rest', async () => {
    const ctx = await aCtx(db())
    const kept = await aCustomer(db(), { name: 'Ana', howMet: 'Loja' })
    const other = await aCustomer(db(), { name: 'Ana Lima', howMet: 'Site' })
    const mergeId = await merged(ctx, kept, other, { take: ['name', 'howMet'] })
    const { version } = await read(kept.id)
    const edit = { customerId: kept.id, version, kind: 'person', name: 'Ana Lima', howMet: 'Indicação' }
    expect(await editCustomer(ctx, edit)).toMatchObject({ ok: true })
    await undoMerge(ctx, { customerId: kept.id, mergeId })
    expect(await read(kept.id)).toMatchObject({ name: 'Ana', howMet: 'Indicação', survivorId: null })
    const [event] = await db()
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.customerId, kept.id), eq(auditEvents.event, 'customer.merge_undone')))
    expect(JSON.parse(event!.details!)).toEqual({ keptFields: ['howMet'] })
  })

  it('refuses a form from the time of the merge', async () => {
    const ctx = await aCtx(db())
    const [kept, other] = [await aCustomer(db(), { name: 'Ana' }), await aCustomer(db(), { name: 'Ana Lima' })]
    const mergeId = await merged(ctx, kept, other, { take: ['name'] })
    const { version } = await read(kept.id)
    await undoMerge(ctx, { customerId: kept.id, mergeId })
    const first = await read(kept.id)
    await editCustomer(ctx, { customerId: kept.id, version: first.version, kind: 'person', name: 'Ana Souza' })
    const stale = await editCustomer(ctx, { customerId: kept.id, version, kind: 'person', name: 'Ana Lima' })
    expect(stale).toMatchObject({ failure: { kind: 'conflict' } })
  })

  it('undoes a chain from the newest merge on, and says so otherwise', async () => {
    const ctx = await aCtx(db())
    const [a, b, c] = [await aCustomer(db()), await aCustomer(db()), await aCustomer(db())]
    const first = await merged(ctx, b, a)
    const second = await merged(ctx, c, b)
    expect(await listMerges(ctx, viewed([c.id, b.id, a.id]))).toMatchObject([{ id: second }, { id: first }])
    expect(await undoMerge(ctx, { customerId: c.id, mergeId: first })).toMatchObject({
      failure: { code: 'merges.newer_first' },
    })
    await undoMerge(ctx, { customerId: c.id, mergeId: second })
    expect([await read(a.id), await read(b.id), await read(c.id)]).toMatchObject([
      { survivorId: b.id },
      { survivorId: null },
      { survivorId: null },
    ])
    await undoMerge(ctx, { customerId: b.id, mergeId: first })
    expect(await read(a.id)).toMatchObject({ survivorId: null })
    expect(await undoMerge(ctx, { customerId: b.id, mergeId: first })).toMatchObject({
      failure: { code: 'merges.undone' },
    })
  })

  it('lets a refusal and a block from the time of the merge apply to both customers', async () => {
    const ctx = await aCtx(db())
    const [kept, other] = [await aCustomer(db()), await aCustomer(db())]
    const point = await aPoint(db(), kept.id)
    await aPoint(db(), other.id)
    const mergeId = await merged(ctx, kept, other)
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 1_000) }
    await setPreference(later, { customerId: kept.id, preference: 'sms', purpose: 'marketing', action: 'cancelled' })
    await blockPoint(later, { customerId: kept.id, pointId: point.id })
    await undoMerge(later, { customerId: kept.id, mergeId })
    for (const { id } of [kept, other]) {
      const group = viewed([id])
      expect(await listPreferences(ctx, group)).toMatchObject([{ preference: 'sms', action: 'cancelled' }])
      expect(await listPoints(ctx, group)).toMatchObject([{ blockedAt: expect.any(Date) }])
    }
  })

  it('gives the rows that the person chose to the absorbed record, and no others', async () => {
    const ctx = await aCtx(db())
    const [kept, other] = [await aCustomer(db()), await aCustomer(db())]
    const early = newId()
    await db()
      .insert(notes)
      .values({ customerId: kept.id, id: early, body: 'Antes', authorId: ctx.viewer.userId, createdAt: new Date(0) })
    const mergeId = await merged(ctx, kept, other)
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 1_000) }
    await writeNote(later, { customerId: kept.id, body: 'Da outra' })
    await writeNote(later, { customerId: kept.id, body: 'Desta' })
    const found = await db().select().from(notes).where(eq(notes.customerId, kept.id))
    const idOf = (body: string) => `notes:${found.find((note) => note.body === body)!.id}`
    const undo = (give: string[]) => undoMerge(later, { customerId: kept.id, mergeId, give })
    expect(await undo([idOf('Antes')])).toMatchObject({ failure: { code: 'merges.row_gone' } })
    expect(await undo([`cases:${newId()}`])).toMatchObject({ failure: { code: 'merges.row_gone' } })
    expect(await undo([idOf('Da outra')])).toMatchObject({ ok: true })
    const bodies = async (id: string) => (await listNotes(ctx, [id])).notes.map(({ body }) => body).sort()
    expect(await bodies(other.id)).toEqual(['Da outra'])
    expect(await bodies(kept.id)).toEqual(['Antes', 'Desta'])
  })

  it('copies a contact point that arrived later to the absorbed record when the person chose it', async () => {
    const ctx = await aCtx(db())
    const [kept, other] = [await aCustomer(db()), await aCustomer(db())]
    const mergeId = await merged(ctx, kept, other)
    const point = await aPoint(db(), kept.id, { createdAt: new Date(ctx.now.getTime() + 1_000) })
    const give = [`contacts:${point.id}`]
    expect(await undoMerge(ctx, { customerId: kept.id, mergeId, give })).toMatchObject({ ok: true })
    const points = await db()
      .select()
      .from(contactPoints)
      .where(inArray(contactPoints.customerId, [kept.id, other.id]))
    expect(points.map(({ customerId, retiredAt }) => [customerId === other.id, retiredAt === null]).sort()).toEqual([
      [false, false],
      [true, true],
    ])
  })
})
