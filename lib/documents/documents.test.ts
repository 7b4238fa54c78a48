import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { eq, sql } from 'drizzle-orm'
import {
  acceptances,
  archiveRequests,
  auditEvents,
  documentFiles,
  documents,
  links,
  outbox,
  sendDocuments,
  sends,
} from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import type { Role } from '@/lib/access/permissions'
import type { Scope } from '@/lib/access/viewer'
import { newId } from '@/lib/values/ids'
import { aPdf } from '@/lib/pdf/hostile'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { createLetter } from './commands/create-letter'
import { deleteDocument } from './commands/delete'
import { requestArchived } from './commands/request-archived'
import { resendDocuments } from './commands/resend'
import { archiveOld, archiveOne } from './jobs/archive-old'
import { bringBack, giveUpLost } from './jobs/bring-back'
import { dropContent } from './jobs/drop-content'
import { openArchiveLink } from './queries/archive-link'
import { getFile } from './queries/file'
import { listKits } from './queries/kits'
import { listSends } from './queries/sends'
import { openSentLink } from './sent-link'
import { aJourney, aKit } from '@/lib/testing/document-uploads'
import { readFile } from '@/lib/storage/read'

const enqueue = jest.fn()
jest.mock('../jobs/boss', () => ({ enqueue: (...args: unknown[]) => enqueue(...args) }))
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-documents-'))

const { db } = useTestDatabase()
const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)

/** Plants a viewer, a customer with one e-mail, and a kit of documents in a journey. */
async function aCase({ role = 'manager', scope, count = 2 }: { role?: Role; scope?: Scope; count?: number } = {}) {
  const ctx = await aCtx(db(), role, scope)
  const customer = await aCustomer(db())
  const point = await aPoint(db(), customer.id)
  const journey = await aJourney(db())
  const kit = await aKit(db(), customer.id, {
    journeyId: journey.journeyId,
    documents: Array.from({ length: count }, (_, at) => ({ pdf: aPdf(at + 1) })),
  })
  const group = { survivorId: customer.id, memberIds: [customer.id], revealed: new Set<string>() }
  const form = {
    customerId: customer.id,
    kitId: kit.kitId,
    documents: kit.ids,
    ...journey,
    channel: 'email',
    to: `point:${point.id}`,
  }
  return { ctx, customer, point, journey, kit, group, form }
}

const countEvents = async (event: string) =>
  (await db().select().from(auditEvents).where(eq(auditEvents.event, event))).length

describe('resending', () => {
  it('[D3] sends only the selected documents, as attachments and by a link', async () => {
    const { ctx, form, kit, customer, group } = await aCase({ count: 4 })
    const ticked = [kit.ids[1]!, kit.ids[3]!]
    const sent = await resendDocuments(ctx, { ...form, documents: ticked })
    expect(sent.ok).toBe(true)
    const rows = await db().select().from(sendDocuments).where(eq(sendDocuments.customerId, customer.id))
    expect(rows.map((row) => row.documentId).sort()).toEqual([...ticked].sort())
    const [delivery] = await db().select().from(outbox)
    expect(delivery!.payload!.attachments).toHaveLength(2)
    const token = delivery!.payload!.text.match(/\/d\/([\w-]{43})/)![1]
    const opened = await openSentLink(db(), token, ctx.now)
    expect(opened).toMatchObject({ expired: false, documents: [{ title: 'Contrato 2' }, { title: 'Contrato 4' }] })
    expect(await openSentLink(db(), token, new Date(Date.now() + 31 * DAY_MS))).toEqual({ expired: true })
    const { sends: listed } = await listSends(ctx, group, { documentId: ticked[0]! })
    expect(listed).toMatchObject([{ address: 'm****@example.com', state: 'queued', name: 'Segunda via' }])
    // Only a document that was sent before is sent again.
    expect([await countEvents('message.sent'), await countEvents('message.resent')]).toEqual([1, 0])
    await resendDocuments(ctx, { ...form, documents: ticked.slice(0, 1) })
    expect([await countEvents('message.sent'), await countEvents('message.resent')]).toEqual([1, 1])
  })

  it('[D3] links to the acceptance while one waits', async () => {
    const { ctx, form, kit, customer } = await aCase()
    const acceptance = {
      customerId: customer.id,
      id: newId(),
      documentId: kit.ids[0]!,
      protocol: 'ABCD',
      signerName: 'Maria',
      channel: 'email',
      address: 'maria@example.com',
    } as const
    await db()
      .insert(acceptances)
      .values({
        ...acceptance,
        terms: 'Aceito',
        originalSha256: '0'.repeat(64),
        expiresAt: new Date(Date.now() + DAY_MS),
      })
    await resendDocuments(ctx, form)
    const [link] = await db().select().from(links).where(eq(links.purpose, 'acceptance'))
    expect(link!.subjectId).toBe(acceptance.id)
  })

  it.each([
    ['nothing ticked', { documents: [] }, 'documents.none_ticked'],
    ['an address that is empty', { to: 'new', address: ' ' }, '{"address":"required"}'],
    ['an address typed wrong', { to: 'new', address: 'maria@' }, 'sending.bad_address'],
    ['no destination', { to: '' }, 'sending.no_destination'],
    ['no message', { messageId: '' }, 'documents.no_message'],
    ['a document of another kit', { documents: [newId()] }, 'not_found'],
  ])('[D3] refuses %s and leaves nothing behind', async (_, over, code) => {
    const { ctx, form } = await aCase()
    const result = await resendDocuments(ctx, { ...form, ...over })
    expect(JSON.stringify(result)).toContain(code)
    expect(await db().select().from(sends)).toEqual([])
    expect(await db().select().from(outbox)).toEqual([])
  })

  it('[D3] refuses a blocked contact, which a manager can override with a reason', async () => {
    const { ctx, customer, form } = await aCase()
    const blocked = await aPoint(db(), customer.id, {
      normalized: 'b@example.com',
      matchKey: 'b@example.com',
      blockedAt: new Date(),
    })
    const there = { ...form, to: `point:${blocked.id}` }
    expect(await resendDocuments(ctx, there)).toMatchObject({ failure: { code: 'sending.point_blocked' } })
    expect((await resendDocuments(ctx, { ...there, overrideReason: 'Exigência legal' })).ok).toBe(true)
  })

  it('[D4] refuses a kit without a journey, and one whose document is archived or deleted', async () => {
    const { ctx, customer, form } = await aCase()
    const without = await aKit(db(), customer.id)
    expect(await resendDocuments(ctx, { ...form, kitId: without.kitId, documents: without.ids })).toMatchObject({
      failure: { code: 'documents.no_journey' },
    })
    const gone = await aKit(db(), customer.id, {
      journeyId: form.journeyId,
      documents: [{ archivedAt: new Date() }, { deletedAt: new Date() }],
    })
    for (const id of gone.ids) {
      expect(await resendDocuments(ctx, { ...form, kitId: gone.kitId, documents: [id] })).toMatchObject({
        failure: { code: 'documents.not_available' },
      })
    }
  })

  it('is refused without the permission and for a customer out of scope', async () => {
    const { form } = await aCase()
    expect(await resendDocuments(await aCtx(db(), 'viewer'), form)).toMatchObject({ failure: { kind: 'forbidden' } })
    expect(await resendDocuments(await aCtx(db(), 'seller', { kind: 'own' }), form)).toMatchObject({
      failure: { kind: 'not_found' },
    })
  })
})

it('creates a letter as a PDF that is found by its number', async () => {
  const { ctx, customer, group } = await aCase({ count: 0 })
  const created = await createLetter(ctx, {
    customerId: customer.id,
    title: 'Declaração',
    number: 'dc 1',
    journeyId: '',
    body: 'Nada consta.',
  })
  expect(created.ok).toBe(true)
  const { kits } = await listKits(ctx, group)
  expect(kits[0]!.documents[0]).toMatchObject({
    number: 'DC1',
    state: 'available',
    files: [{ role: 'original', pages: 1 }],
  })
  const file = (await getFile(ctx, {
    customerId: customer.id,
    documentId: kits[0]!.documents[0]!.id,
    role: 'original',
  }))!
  const stored = await readFile(file.storageKey)
  const pdf = await PDFDocument.load(Buffer.concat(await stored!.toArray()))
  expect([pdf.getPageCount(), pdf.getTitle()]).toEqual([1, 'Declaração'])
})

describe('deleting', () => {
  it('[D7] records who deleted the document and when, and keeps a file that another document uses', async () => {
    const { ctx, customer, group } = await aCase({ count: 0 })
    const pdf = aPdf(7)
    const [first, second] = (await aKit(db(), customer.id, { documents: [{ pdf }, { pdf }] })).ids
    const [file] = await db().select().from(documentFiles).where(eq(documentFiles.documentId, first!))
    const drop = async (documentId: string) => {
      expect((await deleteDocument(ctx, { customerId: customer.id, documentId })).ok).toBe(true)
      await dropContent(db(), file!.storageKey)
      return readFile(file!.storageKey)
    }
    const still = await drop(first!)
    expect(still).not.toBeNull()
    still!.destroy()
    expect(await drop(second!)).toBeNull()
    const { kits } = await listKits(ctx, group)
    const deleted = kits.flatMap((kit) => kit.documents).find((document) => document.id === first)
    expect(deleted).toMatchObject({ state: 'deleted', deletedBy: ctx.viewer.name, deletedAt: ctx.now })
    expect(await countEvents('document.deleted')).toBe(2)
  })

  it('[D7] is refused while an acceptance waits, and without the permission', async () => {
    const { ctx, kit, customer } = await aCase()
    const asked = { customerId: customer.id, documentId: kit.ids[0]! }
    const acceptance = {
      ...asked,
      id: newId(),
      protocol: 'ABCD',
      signerName: 'Maria',
      channel: 'email',
      address: 'maria@example.com',
    } as const
    await db()
      .insert(acceptances)
      .values({ ...acceptance, terms: 'Aceito', originalSha256: '0'.repeat(64), expiresAt: new Date() })
    expect(await deleteDocument(ctx, asked)).toMatchObject({ failure: { code: 'documents.acceptance_waiting' } })
    expect(await deleteDocument(await aCtx(db(), 'agent'), asked)).toMatchObject({ failure: { kind: 'forbidden' } })
    expect((await db().select().from(documents).where(eq(documents.id, asked.documentId)))[0]!.deletedAt).toBeNull()
  })
})

describe('the archive', () => {
  const stateOfFile = async (id: string) =>
    (await db().select().from(documentFiles).where(eq(documentFiles.documentId, id)))[0]!.storageKey.split('/')[0]

  it('[D6] archives documents after a year, and restores a requested one with a link that expires', async () => {
    const { ctx, customer } = await aCase({ count: 0 })
    const [old] = (await aKit(db(), customer.id, { createdAt: daysAgo(370) })).ids
    const [young] = (await aKit(db(), customer.id, { createdAt: daysAgo(360) })).ids
    expect(await archiveOld(db(), ctx.now)).toBe(1)
    expect([await stateOfFile(old!), await stateOfFile(young!)]).toEqual(['archive', 'documents'])
    const asked = { customerId: customer.id, documentId: old! }
    expect((await getFile(ctx, { ...asked, role: 'original' }))!.state).toBe('archived')

    expect((await requestArchived(ctx, asked)).ok).toBe(true)
    expect((await requestArchived(ctx, asked)).ok).toBe(true)
    const requests = await db().select().from(archiveRequests)
    expect(requests).toHaveLength(1)
    const job = { customerId: customer.id, requestId: requests[0]!.id }
    await bringBack(db(), job, ctx.now, false)
    await bringBack(db(), job, ctx.now, false)
    const mails = await db().select().from(outbox).where(eq(outbox.kind, 'archive_ready'))
    expect(mails.map((mail) => mail.payload!.to)).toEqual([ctx.viewer.email])
    expect(await stateOfFile(old!)).toBe('documents')

    const token = mails[0]!.payload!.text.match(/\/archive\/([\w-]{43})/)![1]
    expect(await openArchiveLink(ctx, token)).toMatchObject({ expired: false, document: { id: old } })
    expect(await openArchiveLink({ ...ctx, now: new Date(Date.now() + 8 * DAY_MS) }, token)).toMatchObject({
      expired: true,
    })
    expect(await openArchiveLink(await aCtx(db(), 'seller', { kind: 'own' }), token)).toBeNull()
    expect(await archiveOld(db(), ctx.now)).toBe(0)
    expect(await archiveOld(db(), new Date(Date.now() + 8 * DAY_MS))).toBe(2)
  })

  it('does not archive a document that was deleted after it was listed', async () => {
    const { ctx, customer } = await aCase({ count: 0 })
    const [id] = (await aKit(db(), customer.id, { createdAt: daysAgo(500) })).ids
    await deleteDocument(ctx, { customerId: customer.id, documentId: id! })
    expect(await archiveOne(db(), { customerId: customer.id, id: id! }, ctx.now)).toBe(false)
    expect(await stateOfFile(id!)).toBe('documents')
  })

  describe('a file that the storage cannot read', () => {
    async function aLost() {
      const { ctx, customer } = await aCase({ count: 0 })
      const [documentId = ''] = (await aKit(db(), customer.id, { documents: [{ archivedAt: new Date() }] })).ids
      await db()
        .update(documentFiles)
        .set({ storageKey: 'archive/00/lost', sha256: 'f'.repeat(64) })
        .where(eq(documentFiles.documentId, documentId))
      const ask = () => requestArchived(ctx, { customerId: customer.id, documentId })
      await ask()
      const [request] = await db().select().from(archiveRequests)
      const readRequest = async () =>
        (await db().select().from(archiveRequests).where(eq(archiveRequests.id, request!.id)))[0]!
      return { ctx, ask, documentId, readRequest, job: { customerId: customer.id, requestId: request!.id } }
    }
    const mails = () => db().select().from(outbox).where(eq(outbox.kind, 'archive_failed'))

    it('[D6] is retried, without a mail at first', async () => {
      const { ctx, job, readRequest } = await aLost()
      await expect(bringBack(db(), job, ctx.now, false)).rejects.toThrow(/lost/)
      expect([await readRequest(), await db().select().from(outbox)]).toEqual([
        expect.objectContaining({ readyAt: null, failedAt: null }),
        [],
      ])
    })

    it('[D6] sends one mail to the person who requested it after the last try, and can be requested again', async () => {
      const { ctx, job, readRequest, ask, documentId } = await aLost()
      await bringBack(db(), job, ctx.now, true)
      await bringBack(db(), job, ctx.now, true)
      expect(await readRequest()).toMatchObject({ readyAt: null, failedAt: ctx.now })
      expect(
        (await mails()).map(({ payload }) => [payload!.to, payload!.text.includes(`/documents/${documentId}`)]),
      ).toEqual([[ctx.viewer.email, true]])
      await ask()
      expect(await db().select().from(archiveRequests)).toHaveLength(2)
    })

    it('[D6] is given up when no job works on it any more', async () => {
      const { ctx, readRequest, job } = await aLost()
      await db().execute(
        sql`insert into pgboss.job (name, data) values ('bring-back-document', ${JSON.stringify(job)}::jsonb)`,
      )
      const isNow = (state: string) =>
        db().execute(
          sql`update pgboss.job set state = ${state}::pgboss.job_state where data ->> 'requestId' = ${job.requestId}`,
        )
      const later = (minutes: number) => giveUpLost(db(), new Date(ctx.now.getTime() + minutes * 60_000))
      for (const state of ['created', 'retry', 'active']) {
        await isNow(state)
        await later(600)
        expect([state, (await readRequest()).failedAt]).toEqual([state, null])
      }
      await isNow('failed')
      await later(59)
      expect((await readRequest()).failedAt).toBeNull()
      await later(61)
      expect((await readRequest()).failedAt).not.toBeNull()
      expect(await mails()).toHaveLength(1)
    })
  })

  it('[D6] refuses to restore a document that is not archived', async () => {
    const { ctx, kit, customer } = await aCase()
    expect(await requestArchived(ctx, { customerId: customer.id, documentId: kit.ids[0]! })).toMatchObject({
      failure: { code: 'documents.not_archived' },
    })
  })
})

it('[D1] lists the kits of a merged record with the survivor’s, newest first, over several pages', async () => {
  const { ctx, customer } = await aCase({ count: 0 })
  const absorbed = await aCustomer(db(), { survivorId: customer.id })
  const made: string[] = []
  for (let at = 0; at < 12; at += 1) made.push((await aKit(db(), at % 2 ? absorbed.id : customer.id)).kitId)
  const group = { survivorId: customer.id, memberIds: [customer.id, absorbed.id], revealed: new Set<string>() }
  const first = await listKits(ctx, group)
  const second = await listKits(ctx, group, first.nextCursor!)
  const listed = [...first.kits, ...second.kits].map((kit) => kit.id).filter((id) => made.includes(id))
  expect(listed).toEqual(made.toReversed())
  expect(second.nextCursor).toBeNull()
})
