import { acceptances, attachments, cases, consents, documents, notes } from '@/db/schema'
import type { Primary } from '@/db/handles'
import type { Permission } from '@/lib/access/permissions'
import { record } from '@/lib/audit/record'
import { openCase } from '@/lib/cases/commands/open'
import { commentOnCase } from '@/lib/cases/commands/comment'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { aCtx, aCustomer, aMerged, aPoint, aStore, aUser } from '@/lib/testing/builders'
import { aConversation } from '@/lib/testing/conversations'
import { useTestDatabase } from '@/lib/testing/database'
import { aKit } from '@/lib/testing/documents'
import { aSend, happened } from '@/lib/testing/sent'
import { newId } from '@/lib/values/ids'
import { listTimeline } from './list'
import { listMonths } from './months'

const { db } = useTestDatabase()

const day = (n: number) => new Date(Date.UTC(2026, 2, n, 15))
const groupOf = (id: string, memberIds = [id], revealed: string[] = []): ViewedGroup => ({
  survivorId: id,
  memberIds,
  revealed: new Set(revealed),
})
const kindsIn = ({ events }: Awaited<ReturnType<typeof listTimeline>>) =>
  events.map(({ kind, event }) => `${kind}.${event}`)

async function aNote(to: Primary, customerId: string, createdAt: Date, authorId: string) {
  await to
    .insert(notes)
    .values({ customerId, id: newId(), body: `Nota de ${createdAt.getUTCDate()}`, authorId, createdAt })
}

/** A customer with one event of every arm, a day apart. */
async function aBusyCustomer() {
  const ctx = await aCtx(db())
  const userId = ctx.viewer.userId
  const customer = await aCustomer(db())
  const customerId = customer.id
  await record(
    db(),
    { userId, requestId: null, now: day(1) },
    { event: 'contact.added', customerId, details: { channel: 'mobile' } },
  )
  const kit = await aKit(db(), customerId)
  const documentId = newId()
  const document = { customerId, id: documentId, kitId: kit.id, position: 1, number: 'CT-1', title: 'Contrato' }
  await db()
    .insert(documents)
    .values({ ...document, createdAt: day(2) })
  const acceptance = {
    customerId,
    id: newId(),
    documentId,
    protocol: newId(),
    status: 'accepted' as const,
    signerName: 'Maria',
    channel: 'email' as const,
    address: 'maria@example.com',
    terms: 'Li.',
    originalSha256: 'x',
    expiresAt: day(9),
  }
  await db()
    .insert(acceptances)
    .values({ ...acceptance, createdAt: day(3), decidedAt: day(4) })
  const point = await aPoint(db(), customerId)
  const send = await aSend(db(), customerId, { pointId: point.id, createdAt: day(5) })
  for (const kind of ['sent', 'delivered', 'opened'] as const) await happened(db(), send, kind, day(6))
  await aSend(db(), customerId, { test: true, createdAt: day(6) })
  const opened = await openCase({ ...ctx, now: day(7) }, { customerId, subject: 'Troca', priority: 'normal' })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const { caseId } = opened.value
  await commentOnCase({ ...ctx, now: day(8) }, { customerId, caseId, body: 'Avisei.' })
  await db()
    .update(cases)
    .set({ closedAt: day(9), closedBy: userId })
  await aNote(db(), customerId, day(10), userId)
  const preference = { preference: 'email', purpose: 'marketing', action: 'cancelled', origin: 'public_link' } as const
  await db()
    .insert(consents)
    .values({ customerId, id: newId(), ...preference, at: day(11) })
  const attach = (createdAt: Date, subject: object = {}) => ({
    ...{
      customerId,
      id: newId(),
      name: 'foto.png',
      type: 'png' as const,
      storageKey: 'k',
      sha256: 's',
      bytes: 1,
      createdBy: userId,
    },
    ...{ createdAt, ...subject },
  })
  await db()
    .insert(attachments)
    .values([attach(day(12)), attach(day(13), { caseId }), attach(day(14), { sendId: send.id })])
  await aConversation(db(), customerId, { openedAt: day(15), createdAt: day(16), subject: 'Onde está?' })
  return { customer, send, point, ctx }
}

describe('the timeline', () => {
  it('shows one event of every arm in the order of time, and no test send', async () => {
    const { customer, ctx } = await aBusyCustomer()
    expect(kindsIn(await listTimeline(ctx, groupOf(customer.id)))).toEqual([
      'conversations.whatsapp',
      'attachments.toMessage',
      'attachments.toCase',
      'attachments.added',
      'preferences.recorded',
      'notes.written',
      'cases.closed',
      'cases.commented',
      'cases.opened',
      'messages.email',
      'acceptances.decided',
      'acceptances.requested',
      'documents.added',
      'edits.edited',
    ])
  })

  it('shows a message as one event with its steps, and masks its address until it is revealed', async () => {
    const { customer, point, ctx } = await aBusyCustomer()
    const message = async (group: ViewedGroup) =>
      (await listTimeline(ctx, group, { filter: { kind: 'messages' } })).events
    const [shown, ...others] = await message(groupOf(customer.id))
    expect(others).toEqual([])
    expect(shown!.detail).toMatchObject({ name: 'Boas-vindas', state: 'opened', to: { masked: true } })
    expect(shown!.detail).toMatchObject({
      steps: [{ mark: 'done' }, { mark: 'done' }, { mark: 'done', at: day(6) }, { mark: 'no' }],
    })
    expect(JSON.stringify(shown)).not.toContain('maria@example.com')
    const [revealed] = await message(groupOf(customer.id, [customer.id], [`point:${point.id}`]))
    expect(revealed!.detail).toMatchObject({ to: { text: 'maria@example.com', masked: false } })
  })

  it('masks the address of an acceptance, except for roles that see personal data', async () => {
    const { customer, ctx } = await aBusyCustomer()
    const filter = { kind: 'acceptances' } as const
    expect(JSON.stringify(await listTimeline(ctx, groupOf(customer.id), { filter }))).not.toContain('maria@example.com')
    const compliance = await aCtx(db(), 'compliance')
    expect(JSON.stringify(await listTimeline(compliance, groupOf(customer.id), { filter }))).toContain(
      'maria@example.com',
    )
  })

  it('names the case of an attachment, which is not shown without the permission to see cases', async () => {
    const { customer, ctx } = await aBusyCustomer()
    const filter = { kind: 'attachments' } as const
    const shown = await listTimeline(ctx, groupOf(customer.id), { filter })
    expect(shown.events[1]!.detail).toMatchObject({ name: 'foto.png', caseNumber: expect.any(Number), deleted: false })
    const can = (permission: Permission) => permission !== 'cases.read' && ctx.viewer.can(permission)
    const withoutCases = { ...ctx, viewer: { ...ctx.viewer, can } }
    expect(kindsIn(await listTimeline(withoutCases, groupOf(customer.id), { filter }))).toEqual([
      'attachments.toMessage',
      'attachments.added',
    ])
  })

  it('shows a conversation when it was opened, says when it was recorded, and masks its address', async () => {
    const { customer, ctx } = await aBusyCustomer()
    const { events } = await listTimeline(ctx, groupOf(customer.id), { filter: { kind: 'conversations' } })
    expect(events).toMatchObject([{ occurredAt: day(15), recordedAt: day(16), detail: { subject: 'Onde está?' } }])
    expect(JSON.stringify(events)).not.toContain('87657777')
  })

  it('does not show edits without the permission to read the history', async () => {
    const { customer } = await aBusyCustomer()
    const seller = await aCtx(db(), 'seller')
    expect(kindsIn(await listTimeline(seller, groupOf(customer.id)))).not.toContain('edits.edited')
    expect(kindsIn(await listTimeline(seller, groupOf(customer.id), { filter: { kind: 'edits' } }))).toEqual([])
  })

  it('shows nothing of a customer outside the scope of the viewer', async () => {
    const { customer } = await aBusyCustomer()
    const store = await aStore(db())
    const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [store.id] })
    expect(await listTimeline(seller, groupOf(customer.id))).toEqual({ events: [], newer: null, older: null })
    expect(await listMonths(seller, groupOf(customer.id))).toEqual([])
  })

  it('merges the events of all records of a customer', async () => {
    const { survivor, absorbed, memberIds } = await aMerged(db())
    const author = await aUser(db())
    const [first, second] = [survivor.id, absorbed.id]
    await aNote(db(), first, day(1), author.id)
    await aNote(db(), second, day(2), author.id)
    await aNote(db(), first, day(3), author.id)
    const ctx = await aCtx(db())
    const page = await listTimeline(ctx, groupOf(first, memberIds), { limit: 2 })
    expect(page.events.map(({ customerId }) => customerId)).toEqual([first, second])
    const rest = await listTimeline(ctx, groupOf(first, memberIds), { before: page.older!, limit: 2 })
    expect(rest.events.map(({ occurredAt }) => occurredAt)).toEqual([day(1)])
  })

  it('continues between two records with the same number in their histories', async () => {
    const { survivor, memberIds } = await aMerged(db())
    const ctx = await aCtx(db())
    for (const customerId of memberIds)
      await record(db(), { userId: null, requestId: null, now: day(1) }, { event: 'customer.merged', customerId })
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = await listTimeline(ctx, groupOf(survivor.id, memberIds), { before, limit: 1 })
      seen.push(...page.events.map(({ customerId }) => customerId))
      before = page.older ?? undefined
    } while (before)
    expect(seen.sort()).toEqual([...memberIds].sort())
  })

  it('filters by channel and by period, including both days', async () => {
    const { customer, ctx } = await aBusyCustomer()
    await aSend(db(), customer.id, { channel: 'sms', createdAt: day(12) })
    const of = async (filter: object) => kindsIn(await listTimeline(ctx, groupOf(customer.id), { filter }))
    expect(await of({ channel: 'sms' })).toEqual(['messages.sms'])
    expect(await of({ channel: 'whatsapp' })).toEqual(['conversations.whatsapp'])
    expect(await of({ from: '2026-03-10', to: '2026-03-11' })).toEqual(['preferences.recorded', 'notes.written'])
    expect(await of({ kind: 'notes', channel: 'sms' })).toEqual([])
  })

  it('starts over with a malformed cursor', async () => {
    const { customer, ctx } = await aBusyCustomer()
    const first = await listTimeline(ctx, groupOf(customer.id))
    for (const before of ['', 'x', '1.2.3', `1.notes.opened.${newId()}.${newId()}`, `1.edits.edited.7.${newId()}`, "'"])
      expect(await listTimeline(ctx, groupOf(customer.id), { before })).toEqual(first)
  })

  it('jumps to the end of a month, and continues from there in both directions', async () => {
    const ctx = await aCtx(db())
    const customer = await aCustomer(db())
    const instants = [
      new Date('2026-02-10T12:00:00Z'),
      // The last minutes of March in São Paulo, and the first of April.
      new Date('2026-04-01T02:59:00Z'),
      new Date('2026-04-01T03:00:00Z'),
      new Date('2026-05-02T12:00:00Z'),
    ]
    for (const at of instants) await aNote(db(), customer.id, at, ctx.viewer.userId)
    const group = groupOf(customer.id)
    const timesOf = ({ events }: Awaited<ReturnType<typeof listTimeline>>) => events.map(({ occurredAt }) => occurredAt)
    const march = await listTimeline(ctx, group, { month: '2026-03', limit: 1 })
    expect(timesOf(march)).toEqual([instants[1]])
    expect(timesOf(await listTimeline(ctx, group, { before: march.older!, limit: 1 }))).toEqual([instants[0]])
    expect(timesOf(await listTimeline(ctx, group, { after: march.newer!, limit: 1 }))).toEqual([instants[2]])
    expect(await listMonths(ctx, group)).toEqual(['2026-05', '2026-04', '2026-03', '2026-02'])
    expect(await listMonths(ctx, group, { kind: 'cases' })).toEqual([])
  })
})
