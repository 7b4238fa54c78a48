import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { acceptances, auditEvents, contactPoints, customers, imports, outbox } from '@/db/schema'
import { addPoint } from '@/lib/contacts/commands/add'
import { allowPoint } from '@/lib/contacts/commands/allow'
import { blockPoint } from '@/lib/contacts/commands/block'
import { changePoint } from '@/lib/contacts/commands/change'
import { restorePoint } from '@/lib/contacts/commands/restore'
import { retirePoint } from '@/lib/contacts/commands/retire'
import { record } from '@/lib/audit/record'
import { recordMany } from '@/lib/audit/record-many'
import { detailsOf, isIntact, listEvidence } from '@/lib/evidence/evidence'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import { aRequestable } from '@/lib/testing/acceptances'
import { aCtx, aMerged, aPoint } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { daysAfter } from '@/lib/values/days'
import { newId } from '@/lib/values/ids'
import { editCustomer } from '@/lib/customers/commands/edit'
import { renameCustomer } from '@/lib/customers/commands/rename'
import { registrationOf } from '@/lib/customers/changes'
import { expireAcceptances } from '../expire'
import { listPending } from '../pending'
import { getAcceptance } from '../queries'
import { approveRequest } from './approve'
import { cancelRequest } from './cancel'
import { declineRequest } from './decline'
import { requestAcceptance } from './request'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-approval-'))
jest.mock('../../jobs/boss', () => ({ enqueue: jest.fn() }))

const A_CNPJ = '11222333000181'

const { db } = useTestDatabase()
const deliveriesTo = (customerId: string) => db().select().from(outbox).where(eq(outbox.customerId, customerId))
const rowOf = async (customerId: string) =>
  (await db().select().from(acceptances).where(eq(acceptances.customerId, customerId)))[0]!
const eventsOf = async (customerId: string) =>
  (await db().select().from(auditEvents).where(eq(auditEvents.customerId, customerId)).orderBy(auditEvents.seq)).map(
    ({ event }) => event,
  )

/** Runs a command that must succeed, and returns its value. */
async function done<T>(result: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>): Promise<T> {
  const outcome = await result
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure))
  return outcome.value
}

type Made = Awaited<ReturnType<typeof aRequestable>>
type Bring = (ctx: WriteCtx, made: Made) => Promise<{ to: string; address?: string }>

const aNewPoint: Bring = async (ctx, { customer }) => {
  const added = await done(
    addPoint(ctx, { customerId: customer.id, channel: 'email', value: 'outra@example.com', label: '' }),
  )
  return { to: `point:${added.pointId}` }
}

/** Every way in which a requester can add an address to a customer. */
const WAYS: [string, Bring][] = [
  ['added the point', aNewPoint],
  [
    'added the point and typed its address',
    async (ctx, made) => (await aNewPoint(ctx, made), { to: 'new', address: 'Outra@Example.com' }),
  ],
  [
    'changed the value of an older point',
    async (ctx, { customer, point }) => {
      const change = { customerId: customer.id, pointId: point.id, version: '1', label: '' }
      await done(changePoint(ctx, { ...change, value: 'outra@example.com' }))
      return { to: `point:${point.id}` }
    },
  ],
  [
    'restored a removed point',
    async (ctx, { customer, point }) => {
      await done(retirePoint(await aCtx(db()), { customerId: customer.id, pointId: point.id }))
      await done(restorePoint(ctx, { customerId: customer.id, pointId: point.id }))
      return { to: `point:${point.id}` }
    },
  ],
  [
    'unblocked the point',
    async (ctx, { customer, point }) => {
      await done(blockPoint(await aCtx(db()), { customerId: customer.id, pointId: point.id }))
      await done(allowPoint(ctx, { customerId: customer.id, pointId: point.id }))
      return { to: `point:${point.id}` }
    },
  ],
  ...(['customer.merged', 'customer.merge_undone', 'customer.part_included'] as const).map((event): [string, Bring] => [
    `merged or separated records of the customer (${event})`,
    async (ctx, { customer, point }) => {
      await record(db(), actorOf(ctx), { event, customerId: customer.id, subject: `customer:${newId()}` })
      return { to: `point:${point.id}` }
    },
  ]),
  [
    'imported the point',
    async (ctx, { customer }) => {
      const value = { value: 'outra@example.com', normalized: 'outra@example.com', matchKey: 'outra@example.com' }
      const point = await aPoint(db(), customer.id, { ...value, createdAt: ctx.now, createdBy: ctx.viewer.userId })
      return { to: `point:${point.id}` }
    },
  ],
]

const editOf = (customer: Made['customer'], over: object) => ({
  ...registrationOf(customer),
  ...over,
  customerId: customer.id,
  version: String(customer.version),
})

/** Every way in which a requester can change who the signer is. */
const RENAMES: [string, (ctx: WriteCtx, made: Made) => Promise<unknown>][] = [
  [
    'renamed the customer',
    (ctx, { customer }) => done(renameCustomer(ctx, { customerId: customer.id, version: '1', name: 'Otto Outro' })),
  ],
  [
    'added a social name',
    (ctx, { customer }) => done(editCustomer(ctx, editOf(customer, { preferredName: 'Otto Outro' }))),
  ],
  [
    'turned the customer into a company',
    (ctx, { customer }) =>
      done(editCustomer(ctx, editOf(customer, { kind: 'company', documentType: 'cnpj', documentNumber: A_CNPJ }))),
  ],
  [
    'replaced the CPF',
    (ctx, { customer }) => done(editCustomer(ctx, editOf(customer, { documentNumber: '52998224725' }))),
  ],
  [
    'imported another name',
    async (ctx, { customer }) => {
      const entry = { event: 'customer.imported', customerId: customer.id } as const
      await recordMany(db(), actorOf(ctx), [{ ...entry, before: { name: 'Maria' }, after: { name: 'Otto' } }])
    },
  ],
]

test.each(RENAMES)('[A1] waits for a second person when the requester %s', async (_, rename) => {
  const made = await aRequestable(db())
  const requester = await aCtx(db(), 'admin')
  await rename(requester, made)
  const { acceptanceId } = await done(requestAcceptance(requester, made.input))
  expect(await rowOf(made.customer.id)).toMatchObject({ status: 'pending' })
  const approver = await aCtx(db(), 'manager')
  await done(approveRequest(approver, { customerId: made.customer.id, acceptanceId }))
})

test.each<[string, (made: Made & { requester: WriteCtx }) => Promise<unknown>]>([
  [
    'another user renamed the customer',
    async ({ customer }) =>
      done(renameCustomer(await aCtx(db()), { customerId: customer.id, version: '1', name: 'Otto Outro' })),
  ],
  [
    'the requester changed something else',
    ({ requester, customer }) => done(editCustomer(requester, editOf(customer, { howMet: 'Feira' }))),
  ],
  [
    'the requester renamed the customer long ago',
    ({ requester, customer }) =>
      done(
        renameCustomer(
          { ...requester, now: daysAfter(requester.now, -8) },
          { customerId: customer.id, version: '1', name: 'Otto Outro' },
        ),
      ),
  ],
])('[A1] does not wait when %s', async (_, before) => {
  const made = await aRequestable(db())
  const requester = await aCtx(db())
  await before({ ...made, requester })
  expect(await done(requestAcceptance(requester, made.input))).toMatchObject({ pending: false })
})

async function aPending(bring: Bring = aNewPoint) {
  const made = await aRequestable(db())
  const requester = await aCtx(db(), 'admin')
  const destination = await bring(requester, made)
  const input = { ...made.input, ...destination }
  const { acceptanceId } = await done(requestAcceptance(requester, input))
  return { ...made, requester, input, one: { customerId: made.customer.id, acceptanceId } }
}

test.each(WAYS)('[A1] sends nothing until a second person approves, when the requester %s', async (_, bring) => {
  const { customer, one } = await aPending(bring)
  expect(await deliveriesTo(customer.id)).toEqual([])
  expect(await rowOf(customer.id)).toMatchObject({ status: 'pending' })
  const approver = await aCtx(db(), 'manager')
  await done(approveRequest(approver, one))
  const [delivery, ...others] = await deliveriesTo(customer.id)
  expect(others).toEqual([])
  expect(delivery!.payload!.text).toMatch(/\/a\/[\w-]{43}/)
  const row = await rowOf(customer.id)
  expect(row).toMatchObject({ status: 'waiting', expiresAt: daysAfter(approver.now, 7) })
  expect(delivery!.payload!.to).toBe(row.address)
  const evidence = await listEvidence(db(), row)
  expect(evidence.map(({ kind }) => kind)).toEqual(['requested', 'approved'])
  expect(isIntact(evidence)).toBe(true)
  expect(await eventsOf(customer.id)).toEqual(
    expect.arrayContaining(['acceptance.approval_requested', 'acceptance.approved', 'message.sent']),
  )
})

test.each<[string, (made: Made & { requester: WriteCtx }) => Promise<unknown>]>([
  ['somebody else added the point', async () => undefined],
  [
    'the requester changed only the label',
    async ({ requester, customer, point }) =>
      done(
        changePoint(requester, {
          ...{ customerId: customer.id, pointId: point.id, version: '1' },
          ...{ value: 'maria@example.com', label: 'Trabalho' },
        }),
      ),
  ],
  [
    'the requester added it long ago',
    async ({ requester, point }) =>
      db()
        .update(contactPoints)
        .set({ createdBy: requester.viewer.userId, createdAt: daysAfter(requester.now, -8) })
        .where(eq(contactPoints.id, point.id)),
  ],
])('[A1] sends at once when %s', async (_, before) => {
  const made = await aRequestable(db())
  const requester = await aCtx(db())
  await before({ ...made, requester })
  expect(await done(requestAcceptance(requester, made.input))).toMatchObject({ pending: false })
  expect(await deliveriesTo(made.customer.id)).toHaveLength(1)
})

test.each<[string, (made: Made) => Promise<{ to: string; address?: string }>, object]>([
  [
    'an address that is on no contact point',
    async () => ({ to: 'new', address: 'terceiro@example.com' }),
    { fields: { address: 'acceptances.not_on_file' } },
  ],
  [
    'a removed point that was blocked',
    async ({ point }) => {
      const gone = { blockedAt: new Date(), retiredAt: new Date() }
      await db().update(contactPoints).set(gone).where(eq(contactPoints.id, point.id))
      return { to: 'new', address: 'maria@example.com' }
    },
    { fields: { address: 'acceptances.not_on_file' } },
  ],
  [
    'a point of another customer',
    async () => ({ to: `point:${(await aPoint(db(), (await aMerged(db())).survivor.id)).id}` }),
    { code: 'sending.no_point' },
  ],
])('[A1] refuses %s', async (_, destination, failure) => {
  const made = await aRequestable(db())
  const input = { ...made.input, ...(await destination(made)) }
  expect(await requestAcceptance(await aCtx(db(), 'admin'), input)).toMatchObject({ ok: false, failure })
  expect(await rowOf(made.customer.id)).toBeUndefined()
})

const REFUSED: [string, (made: Awaited<ReturnType<typeof aPending>>) => Promise<WriteCtx>, object][] = [
  ['the requester', async ({ requester }) => requester, { code: 'acceptances.own_request' }],
  [
    'somebody who changed the point too',
    async ({ input, customer }) => {
      const approver = await aCtx(db(), 'manager')
      const pointId = input.to.slice('point:'.length)
      await done(blockPoint(await aCtx(db()), { customerId: customer.id, pointId }))
      await done(allowPoint(approver, { customerId: customer.id, pointId }))
      return approver
    },
    { code: 'acceptances.approver_changed_address' },
  ],
  [
    'somebody who renamed the customer',
    async ({ customer }) => {
      const approver = await aCtx(db(), 'manager')
      const [row] = await db().select().from(customers).where(eq(customers.id, customer.id))
      await done(
        renameCustomer(approver, { customerId: customer.id, version: String(row!.version), name: 'Otto Outro' }),
      )
      return approver
    },
    { code: 'acceptances.approver_changed_address' },
  ],
  ['a viewer without the permission', async () => aCtx(db(), 'agent'), { kind: 'forbidden' }],
  [
    'anybody, once the point has another value',
    async ({ requester, input, customer }) => {
      const change = { customerId: customer.id, pointId: input.to.slice('point:'.length), version: '1', label: '' }
      await done(changePoint(requester, { ...change, value: 'terceira@example.com' }))
      return aCtx(db(), 'manager')
    },
    { code: 'acceptances.not_on_file' },
  ],
  [
    'anybody, once the request was cancelled',
    async ({ requester, one }) => (await done(cancelRequest(requester, one)), aCtx(db(), 'manager')),
    { code: 'acceptances.not_pending' },
  ],
]

test.each(REFUSED)('[A1] does not let %s approve', async (_, approver, failure) => {
  const made = await aPending()
  const ctx = await approver(made)
  expect(await approveRequest(ctx, made.one)).toMatchObject({ ok: false, failure })
  expect(await deliveriesTo(made.customer.id)).toEqual([])
})

test('[A1] approving or declining twice changes nothing the second time', async () => {
  const approver = await aCtx(db(), 'manager')
  const first = await aPending()
  for (let times = 0; times < 2; times++) await done(approveRequest(approver, first.one))
  expect(await deliveriesTo(first.customer.id)).toHaveLength(1)
  expect((await eventsOf(first.customer.id)).filter((event) => event === 'acceptance.approved')).toHaveLength(1)
  const second = await aPending()
  for (let times = 0; times < 2; times++) await done(declineRequest(approver, { ...second.one, reason: 'Não é dela' }))
  expect(await rowOf(second.customer.id)).toMatchObject({ status: 'cancelled' })
  expect(await deliveriesTo(second.customer.id)).toEqual([])
  expect((await eventsOf(second.customer.id)).filter((event) => event === 'acceptance.declined')).toHaveLength(1)
  expect(await approveRequest(approver, second.one)).toMatchObject({ failure: { code: 'acceptances.not_pending' } })
})

test('[A1] a request that nobody approves expires with its deadline, and a new one can be made', async () => {
  const { requester, one, input, customer } = await aPending()
  const late = daysAfter(requester.now, 7)
  const approver = { ...(await aCtx(db(), 'manager')), now: late }
  expect(await approveRequest(approver, one)).toMatchObject({ failure: { code: 'acceptances.not_pending' } })
  expect(await expireAcceptances(db(), daysAfter(requester.now, 6))).toBe(0)
  expect(await expireAcceptances(db(), late)).toBe(1)
  expect(await rowOf(customer.id)).toMatchObject({ status: 'expired' })
  expect(await eventsOf(customer.id)).toContain('acceptance.expired')
  expect(await deliveriesTo(customer.id)).toEqual([])
  await done(requestAcceptance({ ...requester, now: late }, input))
})

test('[A1] a new request replaces one whose deadline has passed before the hourly job marks it', async () => {
  const { requester, input, customer } = await aPending()
  await done(requestAcceptance({ ...requester, now: daysAfter(requester.now, 8) }, input))
  expect((await eventsOf(customer.id)).filter((event) => event === 'acceptance.expired')).toHaveLength(1)
})

test('[A1] the requester cannot decline, and a document has one open request', async () => {
  const { requester, one, input, customer } = await aPending()
  expect(await declineRequest(requester, { ...one, reason: 'Engano' })).toMatchObject({
    failure: { code: 'acceptances.own_request' },
  })
  const again = await requestAcceptance(await aCtx(db()), { ...input, to: input.to })
  expect(again).toMatchObject({ failure: { code: 'acceptances.already_pending' } })
  expect(await rowOf(customer.id)).toMatchObject({ status: 'pending' })
})

test('[A1] lists the requests that wait for a second person, within the scope of the viewer', async () => {
  const { one } = await aPending()
  const listed = await listPending(await aCtx(db(), 'manager'))
  expect(listed.items).toMatchObject([{ id: one.acceptanceId, address: 'o****@example.com', by: 'Júlia Ramos' }])
  expect((await listPending(await aCtx(db(), 'manager', { kind: 'own' }))).items).toEqual([])
})

test('[A2] says where the address came from: the file of an import, with its author', async () => {
  const made = await aRequestable(db())
  const importer = await aCtx(db(), 'admin')
  const file = { fileName: 'clientes-loja.csv', storageKey: 'k', bytes: 1, sha256: 'x', headers: [] }
  const dialect = { encoding: 'utf-8', delimiter: ';', headerLine: 1 } as const
  const importId = newId()
  await db()
    .insert(imports)
    .values({ id: importId, ...file, dialect, createdBy: importer.viewer.userId })
  const by = { createdAt: importer.now, createdBy: importer.viewer.userId }
  await db().update(contactPoints).set(by).where(eq(contactPoints.id, made.point.id))
  const entry = { event: 'customer.imported', customerId: made.customer.id, details: { importId } } as const
  await recordMany(db(), { ...actorOf(importer), requestId: importId }, [entry])
  const requester = await aCtx(db())
  const { acceptanceId } = await done(requestAcceptance(requester, made.input))
  const shown = await getAcceptance(requester, { memberIds: [made.customer.id] }, acceptanceId)
  expect(shown!.origin).toEqual({ kind: 'import', at: importer.now, by: 'Júlia Ramos', file: 'clientes-loja.csv' })
  const [last] = await db()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.event, 'acceptance.requested'))
    .orderBy(desc(auditEvents.seq))
  expect(JSON.parse(last!.details!)).toMatchObject({ addressOrigin: 'import', addressFile: 'clientes-loja.csv' })
})

test('[A2] says that a point was changed to the address, and by whom', async () => {
  const { one, customer, requester } = await aPending(WAYS[2]![1])
  const [requested] = await listEvidence(db(), { customerId: customer.id, id: one.acceptanceId })
  expect(detailsOf(requested!)).toMatchObject({
    ...{ originKind: 'changed', originBy: requester.viewer.name, address: 'outra@example.com' },
  })
})
