import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { documentFiles, journeyMessages, outbox } from '@/db/schema'
import { resendDocuments } from '@/lib/documents/commands/resend'
import { openSentLink } from '@/lib/documents/sent-link'
import { detailsOf, isIntact, listEvidence } from '@/lib/evidence/evidence'
import { elsewhere } from '@/lib/testing/sending'
import { acceptanceOf, aPublicContext, aWaiting, lastCode } from '@/lib/testing/acceptances'
import { aCtx } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aDocument } from '@/lib/testing/documents'
import { laudoOf } from '../seal/laudo'
import { acceptDocument } from './decide'
import { fileForSigner, noteOpened } from './file'
import { sendCode } from './send-code'
import { viewForSigner } from './view'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-links-'))
jest.mock('../../jobs/boss', () => ({ enqueue: jest.fn() }))

const { db } = useTestDatabase()

async function lastText(customerId: string): Promise<string> {
  const rows = db().select().from(outbox).where(eq(outbox.customerId, customerId))
  const [row] = await rows.orderBy(desc(outbox.id)).limit(1)
  return row!.payload!.text
}

/** A document that waits for its acceptance, sent again to an address of somebody else. */
async function sentAgain() {
  const ctx = await aCtx(db())
  const made = await aWaiting(ctx)
  const boleto = await aDocument(db(), made.kit, { title: 'Boleto', position: 2 })
  const resend = async (documents: string[]) => {
    const message = made.journey.messages.find(({ channel }) => channel === 'email')!
    const form = { customerId: made.customer.id, kitId: made.kit.id, documents, journeyId: made.journey.id }
    const to = { channel: 'email', messageId: message.id, ...elsewhere('terceiro@example.com') }
    expect(await resendDocuments(ctx, { ...form, ...to })).toMatchObject({ ok: true })
    return lastText(made.customer.id)
  }
  return { ...made, ctx, boleto, resend }
}

test('[A2] a further link is in the evidence, and the page and the report say where it went', async () => {
  const { customer, document, acceptanceKey, token: first, resend } = await sentAgain()
  const token = /\/a\/([\w-]{43})/.exec(await resend([document.id]))![1]!
  const events = await listEvidence(db(), acceptanceKey)
  expect(events.map(({ kind }) => kind)).toEqual(['requested', 'link_sent'])
  expect(detailsOf(events[1]!)).toMatchObject({ channel: 'email', address: 'terceiro@example.com' })
  expect(await viewForSigner(aPublicContext(db()), first)).toMatchObject({ linkAddress: null })
  expect(await viewForSigner(aPublicContext(db()), token)).toMatchObject({ linkAddress: 't****@example.com' })

  await sendCode(aPublicContext(db()), { token })
  const code = await lastCode(db(), customer.id)
  await acceptDocument(aPublicContext(db()), { token, code, name: 'Maria Clara Antunes', agree: 'on' })
  const evidence = await listEvidence(db(), acceptanceKey)
  expect(isIntact(evidence)).toBe(true)
  const of = { title: 'Contrato', number: 'D1', fileName: 'a.pdf', pages: 1 }
  const laudo = laudoOf({ acceptance: await acceptanceOf(db(), acceptanceKey), document: of, evidence })
  const words = JSON.stringify(laudo.groups)
  expect(words).toContain('terceiro@example.com')
  expect(words).toContain('maria@example.com')
})

test('[D3] the link of a kit leads to all its documents, and to the acceptance of the one that waits', async () => {
  const { document, boleto, resend } = await sentAgain()
  const token = /\/d\/([\w-]{43})/.exec(await resend([document.id, boleto.id]))![1]!
  const opened = await openSentLink(db(), token, new Date())
  const shown = opened && !opened.expired ? opened.documents : []
  expect(shown.map(({ title, acceptanceToken }) => [title, acceptanceToken !== null])).toEqual([
    ['Contrato de adesão', true],
    ['Boleto', false],
  ])
  const acceptance = await fileForSigner(aPublicContext(db()), shown[0]!.acceptanceToken!, 'original')
  expect(acceptance!.acceptance.documentId).toBe(document.id)
})

test('[D3] documents that are too large to attach are not sent without a link', async () => {
  const { ctx, customer, kit, journey, boleto } = await sentAgain()
  await db()
    .update(documentFiles)
    .set({ bytes: 18 * 1024 * 1024 })
    .where(eq(documentFiles.documentId, boleto.id))
  const message = journey.messages.find(({ channel }) => channel === 'email')!
  await db()
    .update(journeyMessages)
    .set({ body: 'Olá, {{name}}!\n\nSegue em anexo: {{documents}}.' })
    .where(eq(journeyMessages.id, message.id))
  const form = { customerId: customer.id, kitId: kit.id, documents: [boleto.id], journeyId: journey.id }
  const to = { channel: 'email', messageId: message.id, ...elsewhere('maria@example.com') }
  expect(await resendDocuments(ctx, { ...form, ...to })).toMatchObject({
    failure: { code: 'documents.too_large_to_attach' },
  })
})

test('[A4] each browser and address that opens the document is recorded once, up to a bound', async () => {
  const { acceptanceKey } = await aWaiting(await aCtx(db()))
  const open = (userAgent: string, ipAddress = '203.0.113.7') =>
    noteOpened(aPublicContext(db(), { userAgent, ipAddress }), acceptanceKey)
  const openings = async () =>
    (await listEvidence(db(), acceptanceKey)).filter(({ kind }) => kind === 'opened').map((row) => row.userAgent)
  await open('Scanner')
  for (let times = 0; times < 2; times++) await open('Mozilla')
  await open('Mozilla', '198.51.100.4')
  expect(await openings()).toEqual(['Scanner', 'Mozilla', 'Mozilla'])
  for (let one = 0; one < 30; one++) await open(`Scanner ${one}`)
  expect(await openings()).toHaveLength(20)
})
