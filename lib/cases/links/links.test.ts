import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { auditEvents, caseLinks, cases } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aMerged, aStore } from '@/lib/testing/builders'
import { aConversation } from '@/lib/testing/conversations'
import { useTestDatabase } from '@/lib/testing/database'
import { aDocument, aKit } from '@/lib/testing/documents'
import { aSend } from '@/lib/testing/sent'
import { linkCase, unlinkCase } from '../commands/link'
import { openCase } from '../commands/open'
import { listCasesOf, listLinkChoices, listLinks } from './queries'
import { parseTarget, targetText, type TargetKind } from './target'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-case-links-'))
const { db } = useTestDatabase()

const FORM = { subject: 'Troca de produto', priority: 'normal' }

async function open(ctx: WriteCtx, customerId: string, over: Record<string, unknown> = {}) {
  const opened = await openCase(ctx, { customerId, ...FORM, ...over })
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const [row] = await db().select().from(cases).where(eq(cases.id, opened.value.caseId))
  return row!
}

/** A customer with a case, and the ids of a message, a document and a conversation. */
async function aCase() {
  const ctx = await aCtx(db())
  const { id: customerId } = await aCustomer(db())
  const ids = await targetsOf(customerId)
  const found = await open(ctx, customerId)
  return { ctx, customerId, found, ids, form: { customerId, caseId: found.id } }
}

async function targetsOf(customerId: string): Promise<Record<TargetKind, string>> {
  const send = await aSend(db(), customerId)
  const document = await aDocument(db(), await aKit(db(), customerId))
  const conversation = await aConversation(db(), customerId)
  return { send: send.id, document: document.id, conversation: conversation.id }
}

const textsOf = (ids: Record<TargetKind, string>) =>
  (['send', 'document', 'conversation'] as const).map((kind) => targetText({ kind, id: ids[kind] }))

const eventsOf = (customerId: string) =>
  db()
    .select({ event: auditEvents.event, details: auditEvents.details })
    .from(auditEvents)
    .where(eq(auditEvents.customerId, customerId))
    .orderBy(asc(auditEvents.seq))

const linksOf = (customerId: string) => db().select().from(caseLinks).where(eq(caseLinks.customerId, customerId))

describe('linking a case', () => {
  it('to a message, a document and a conversation lists them, with one event each, also when it is repeated', async () => {
    const { ctx, customerId, found, ids, form } = await aCase()
    const targets = textsOf(ids)
    expect(await linkCase(ctx, { ...form, targets })).toMatchObject({ ok: true })
    expect(await linkCase(ctx, { ...form, targets })).toMatchObject({ ok: true })
    const { sends, documents, conversations } = await listLinks(ctx, found)
    expect([sends, documents, conversations].map((rows) => rows.map(({ id }) => id))).toEqual([
      [ids.send],
      [ids.document],
      [ids.conversation],
    ])
    const [, ...linked] = await eventsOf(customerId)
    expect(linked.map(({ event }) => event)).toEqual(['case.linked', 'case.linked', 'case.linked'])
    expect(linked.map(({ details }) => JSON.parse(details!) as object)).toMatchObject([
      { number: found.number, message: 'Boas-vindas' },
      { document: documents[0]!.title },
      { conversation: 'whatsapp' },
    ])
  })

  it.each<[string, (own: string, foreign: string) => string[], object]>([
    ['nothing', () => [], { fields: { targets: 'cases.nothing_to_link' } }],
    ['an unknown kind', (own) => [own.replace('send', 'note')], { fields: { 'targets.0': 'invalid' } }],
    ['a message of another customer', (own, foreign) => [own, foreign], { kind: 'not_found' }],
  ])('to %s is refused and leaves no link and no event', async (_, targets, failure) => {
    const { ctx, customerId, ids, form } = await aCase()
    const { id: otherId } = await aCustomer(db())
    const [own, foreign] = [textsOf(ids)[0]!, textsOf(await targetsOf(otherId))[0]!]
    const result = await linkCase(ctx, { ...form, targets: targets(own, foreign) })
    expect(result).toMatchObject({ ok: false, failure })
    expect(await linksOf(customerId)).toEqual([])
    expect((await eventsOf(customerId)).filter(({ event }) => event === 'case.linked')).toEqual([])
  })

  it('is refused without the permission and outside the scope', async () => {
    const { customerId, ids, form } = await aCase()
    const store = await aStore(db())
    const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [store.id] })
    const input = { ...form, targets: textsOf(ids) }
    expect(await linkCase(await aCtx(db(), 'viewer'), input)).toMatchObject({ failure: { kind: 'forbidden' } })
    expect(await linkCase(seller, input)).toMatchObject({ failure: { kind: 'not_found' } })
    expect(await linksOf(customerId)).toEqual([])
  })

  it('refuses a message of another record of a merged customer', async () => {
    const { survivor, absorbed } = await aMerged(db())
    const ctx = await aCtx(db())
    const found = await open(ctx, survivor.id)
    const { send } = await targetsOf(absorbed.id)
    const input = { customerId: survivor.id, caseId: found.id, targets: [`send:${send}`] }
    expect(await linkCase(ctx, input)).toMatchObject({ failure: { fields: { targets: 'cases.other_record' } } })
  })
})

describe('unlinking', () => {
  it('removes one link, and changes nothing the second time', async () => {
    const { ctx, customerId, found, ids, form } = await aCase()
    const [send] = textsOf(ids)
    await linkCase(ctx, { ...form, targets: textsOf(ids) })
    expect(await unlinkCase(ctx, { ...form, target: send })).toMatchObject({ ok: true })
    expect(await unlinkCase(ctx, { ...form, target: send })).toMatchObject({ ok: true })
    const { sends, documents } = await listLinks(ctx, found)
    expect([sends.length, documents.length]).toEqual([0, 1])
    expect((await eventsOf(customerId)).filter(({ event }) => event === 'case.unlinked')).toHaveLength(1)
  })
})

describe('a case that is opened from a document', () => {
  it('is linked to it, belongs to its record, and is listed with it', async () => {
    const { survivor, absorbed } = await aMerged(db())
    const ctx = await aCtx(db())
    const { document } = await targetsOf(absorbed.id)
    const found = await open(ctx, survivor.id, { target: `document:${document}` })
    expect(found.customerId).toBe(absorbed.id)
    const listed = await listCasesOf(ctx, { customerId: absorbed.id, kind: 'document', id: document })
    expect(listed.map(({ id }) => id)).toEqual([found.id])
    expect((await eventsOf(survivor.id)).map(({ event }) => event)).toEqual(['case.opened', 'case.linked'])
  })

  it('of another customer is refused', async () => {
    const ctx = await aCtx(db())
    const [own, other] = [await aCustomer(db()), await aCustomer(db())]
    const { document } = await targetsOf(other.id)
    const result = await openCase(ctx, { customerId: own.id, ...FORM, target: `document:${document}` })
    expect(result).toMatchObject({ failure: { kind: 'not_found' } })
    expect(await db().select().from(cases).where(eq(cases.customerId, own.id))).toEqual([])
  })
})

describe('the choices', () => {
  it('leave out what is linked, test messages, and names without the text', async () => {
    const { ctx, customerId, found, ids, form } = await aCase()
    const named = await aSend(db(), customerId, { message: { name: 'Oferta de 50%' } })
    await aSend(db(), customerId, { test: true })
    await linkCase(ctx, { ...form, targets: [`send:${ids.send}`] })
    const all = await listLinkChoices(ctx, found)
    expect(all.sends.map(({ id }) => id)).toEqual([named.id])
    expect([all.documents.length, all.conversations.length]).toEqual([1, 1])
    expect((await listLinkChoices(ctx, found, '50%')).sends).toHaveLength(1)
    expect((await listLinkChoices(ctx, found, '5_%')).sends).toEqual([])
  })
})

it.each(['', 'send', 'send:1', 'case:01890000-0000-7000-8000-000000000000', null])('%j is not a target', (text) => {
  expect(parseTarget(text)).toBeNull()
})
