import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { ROLES } from '@/db/schema/users'
import { auditEvents, documentFiles } from '@/db/schema'
import { permissionsOf } from '@/lib/access/permissions'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aDocument, aKit } from '@/lib/testing/documents'
import { getFile } from './queries/file'
import { listKits } from './queries/kits'
import { recordReading } from './record-reading'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-reading-'))

const { db } = useTestDatabase()

/** A document with its original and a final file. */
async function aSigned() {
  const customer = await aCustomer(db())
  const { id: documentId, file } = await aDocument(db(), await aKit(db(), customer.id))
  await db()
    .insert(documentFiles)
    .values({ ...file, role: 'final' })
  return { customerId: customer.id, documentId }
}

const filesListed = async (ctx: WriteCtx, customerId: string) => {
  const { kits } = await listKits(ctx, { survivorId: customerId, memberIds: [customerId], revealed: new Set() })
  return kits.flatMap(({ documents }) => documents.flatMap(({ files }) => files.map(({ role }) => role)))
}

test.each(ROLES)(
  'a final document, which prints personal values, is only for who may reveal them: %s',
  async (role) => {
    const { customerId, documentId } = await aSigned()
    const ctx = await aCtx(db(), role)
    const mayReveal = permissionsOf(role).includes('personal.reveal')
    const stateOf = async (file: string) => (await getFile(ctx, { customerId, documentId, role: file }))?.state
    expect([await stateOf('original'), await stateOf('final')]).toEqual([
      'available',
      mayReveal ? 'available' : 'withheld',
    ])
    expect((await filesListed(ctx, customerId)).toSorted()).toEqual(mayReveal ? ['final', 'original'] : ['original'])
  },
)

test('each view and each download is one event, however many requests fetch the file', async () => {
  const { customerId, documentId } = await aSigned()
  const ctx = await aCtx(db())
  const reading = { customerId, documentId, title: 'Contrato de adesão', role: 'final' as const }
  for (const download of [false, false, true, true]) await recordReading(ctx, { ...reading, download })
  await recordReading(ctx, { ...reading, role: 'original', download: false })
  const events = await db()
    .select({ event: auditEvents.event, actorId: auditEvents.actorId, details: auditEvents.details })
    .from(auditEvents)
    .where(eq(auditEvents.customerId, customerId))
    .orderBy(desc(auditEvents.seq))
  const details = (file: string) => JSON.stringify({ document: 'Contrato de adesão', file })
  expect(events).toEqual([
    { event: 'document.viewed', actorId: ctx.viewer.userId, details: details('original') },
    { event: 'document.downloaded', actorId: ctx.viewer.userId, details: details('final') },
    { event: 'document.viewed', actorId: ctx.viewer.userId, details: details('final') },
  ])
})
