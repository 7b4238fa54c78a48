import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import {
  auditEvents,
  contactPoints,
  customerNames,
  customers,
  duplicatePairs,
  externalIds,
  fieldValidations,
  importChanges,
} from '@/db/schema'
import { blockPoint } from '@/lib/contacts/commands/block'
import { renameCustomer } from '@/lib/customers/commands/rename'
import type { WriteCtx } from '@/lib/kernel/context'
import { writeNote } from '@/lib/notes/commands'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { savePair } from '@/lib/testing/duplicates'
import { aFinishedImport, anUpload, findImport } from '@/lib/testing/imports'
import { acceptRow, refuseRow } from '../commands/review-row'
import { startUndo } from '../commands/start-undo'
import { getImport } from '../queries'
import { listImportedCustomers } from '../customers/results'
import { listWaitingRows } from '../customers/review/list'
import { getUndoOutlook } from '../customers/undo/outlook'
import { runUndo } from './run-undo'
import { undoBatch } from '../customers/undo/undo-batch'

const enqueue = jest.fn()
jest.mock('../../jobs/boss', () => ({ enqueue: (...args: unknown[]) => enqueue(...args) }))
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-imports-'))

const { db } = useTestDatabase()
let ctx: WriteCtx
beforeEach(async () => {
  ctx = await aCtx(db(), 'admin')
})

const CPF = '11144477735'
const FILE = `codigo;nome;cpf;e-mail;nascimento;profissão\nC-1;Maria Clara Antunes;${CPF};nova@example.com;07/03/1986;médica\n`
const aMaria = (over = {}) =>
  aCustomer(db(), {
    name: 'Maria Clara',
    documentType: 'cpf',
    documentNumber: CPF,
    attributes: { clube: 'sim' },
    ...over,
  })
const find = async (id: string) => (await db().select().from(customers).where(eq(customers.id, id)))[0]
const pointsOf = (id: string) => db().select().from(contactPoints).where(eq(contactPoints.customerId, id))
const eventsOf = async (id: string) =>
  (await db().select().from(auditEvents).where(eq(auditEvents.customerId, id)).orderBy(auditEvents.seq)).map(
    ({ event }) => event,
  )
const keptOf = async (importId: string) =>
  (await listImportedCustomers(ctx, { id: importId }, { onlyKept: true })).items.map(({ row, kept }) => [row, kept])

async function undo(importId: string) {
  expect(await startUndo(ctx, { importId })).toMatchObject({ ok: true })
  await runUndo(db(), importId)
  return findImport(ctx, importId)
}

it('removes the duplicate pairs of the customers that it removes', async () => {
  const { id } = await aFinishedImport(ctx, FILE)
  const [created] = await db().select().from(customers).where(eq(customers.documentNumber, CPF))
  await savePair(db(), created!.id, (await aCustomer(db())).id)
  expect(await undo(id)).toMatchObject({ undoFinishedAt: expect.any(Date) })
  expect(await find(created!.id)).toBeUndefined()
  expect(await db().select().from(duplicatePairs)).toEqual([])
})

it('gives a customer back what it had before', async () => {
  const maria = await aMaria({ attributes: { clube: 'sim', profissão: 'arquiteta' } })
  const own = await aPoint(db(), maria.id, { primaryAt: new Date() })
  const { id } = await aFinishedImport(ctx, FILE)
  expect(await find(maria.id)).toMatchObject({ birthOn: '1986-03-07', attributes: { profissão: 'médica' } })
  expect(await undo(id)).toMatchObject({ undoFinishedAt: expect.any(Date) })
  const { name, birthOn, documentNumber, attributes } = (await find(maria.id))!
  expect({ name, birthOn, documentNumber, attributes }).toEqual({
    name: 'Maria Clara',
    birthOn: null,
    documentNumber: CPF,
    attributes: { clube: 'sim', profissão: 'arquiteta' },
  })
  expect((await pointsOf(maria.id)).filter((p) => !p.retiredAt)).toMatchObject([{ id: own.id }])
  expect(await db().select().from(externalIds)).toEqual([])
  const names = await db().select().from(customerNames).where(eq(customerNames.customerId, maria.id))
  expect(names.map(({ nameKey }) => nameKey)).toEqual(['maria clara'])
  expect(await eventsOf(maria.id)).toEqual([
    'customer.imported',
    'contact.added',
    'customer.import_undone',
    'contact.retired',
  ])
  expect(await keptOf(id)).toEqual([])
})

it('takes a CPF away that the import gave', async () => {
  const maria = await aCustomer(db(), { name: 'Maria Clara' })
  await db().insert(externalIds).values({ source: 'import', externalId: 'C-1', customerId: maria.id })
  const { id } = await aFinishedImport(ctx, FILE)
  expect(await find(maria.id)).toMatchObject({ documentNumber: CPF, documentCountry: 'BR' })
  await undo(id)
  expect(await find(maria.id)).toMatchObject({ documentNumber: null, documentType: null, documentCountry: null })
  expect(await db().select().from(externalIds)).toMatchObject([{ externalId: 'C-1' }])
})

it('removes customers that it created, with their points, names and keys, and keeps their history', async () => {
  const { id } = await aFinishedImport(ctx, `${FILE};Sem Chave;;semchave@example.com;;\n`)
  const made = await db().select().from(customers)
  await undo(id)
  for (const table of ['customers', 'contact_points', 'customer_names', 'external_ids', 'import_fingerprints']) {
    const { rows } = await db().execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`)
    expect([table, rows[0]!.n]).toEqual([table, 0])
  }
  for (const customer of made) expect(await eventsOf(customer.id)).toEqual(['customer.imported', 'customer.removed'])
  expect((await listImportedCustomers(ctx, { id })).items).toMatchObject([{ name: null }, { name: null }])
})

it('imports the same file again after an undo', async () => {
  const { id } = await aFinishedImport(ctx, FILE)
  await undo(id)
  expect(await aFinishedImport(ctx, FILE)).toMatchObject({ created: 1 })
})

it('does not overwrite what somebody changed or validated later, and lists it', async () => {
  const maria = await aMaria()
  const { id } = await aFinishedImport(ctx, FILE)
  await renameCustomer(ctx, { customerId: maria.id, version: '2', name: 'Maria C. Antunes' })
  await db().insert(fieldValidations).values({ customerId: maria.id, field: 'birthOn', validatedBy: ctx.viewer.userId })
  const [point] = await pointsOf(maria.id)
  await blockPoint(ctx, { customerId: maria.id, pointId: point!.id })
  await undo(id)
  expect(await find(maria.id)).toMatchObject({
    name: 'Maria C. Antunes',
    birthOn: '1986-03-07',
    attributes: { clube: 'sim' },
  })
  expect((await pointsOf(maria.id)).map((p) => p.retiredAt)).toEqual([null])
  expect(await keptOf(id)).toEqual([[1, ['name', 'birthOn', 'email']]])
})

it('keeps a new customer that somebody has used, as a whole', async () => {
  const { id } = await aFinishedImport(ctx, FILE)
  const [maria] = await db().select().from(customers)
  expect(await writeNote(ctx, { customerId: maria!.id, body: 'Ligou hoje.' })).toMatchObject({ ok: true })
  expect(await getUndoOutlook(ctx, { id })).toEqual({ created: 1, touched: 1, changed: 0 })
  await undo(id)
  expect(await find(maria!.id)).toMatchObject({ name: 'Maria Clara Antunes' })
  expect(await keptOf(id)).toEqual([[1, ['customer']]])
})

it('keeps a new customer that another import has changed', async () => {
  const { id } = await aFinishedImport(ctx, FILE)
  await aFinishedImport(ctx, `nome;cpf;como conheceu\nMaria Clara Antunes;${CPF};Feira\n`)
  await undo(id)
  expect(await keptOf(id)).toEqual([[1, ['customer']]])
})

it('takes back an accepted row, and leaves waiting rows without an effect', async () => {
  const ana = await aCustomer(db(), { name: 'Ana Souza', documentType: 'cpf', documentNumber: CPF })
  const { id: importId } = await aFinishedImport(ctx, `nome;cpf\nCarlos Lima;${CPF}\nDavi Reis;${CPF}\n`)
  const { items } = await listWaitingRows(ctx, (await getImport(ctx, importId))!)
  await acceptRow(ctx, { importId, row: '1', seen: items[0]!.seen })
  expect(await find(ana.id)).toMatchObject({ name: 'Carlos Lima' })
  await undo(importId)
  expect(await find(ana.id)).toMatchObject({ name: 'Ana Souza' })
  expect(await refuseRow(ctx, { importId, row: '2' })).toMatchObject({ failure: { code: 'imports.undone_already' } })
})

it('continues after a crash, and does nothing the second time', async () => {
  const rows = Array.from({ length: 5 }, (_, at) => `K-${at};Cliente ${at}`).join('\n')
  const { id } = await aFinishedImport(ctx, `codigo;nome\n${rows}\n`)
  await startUndo(ctx, { importId: id })
  expect(await undoBatch(ctx, id, 2)).toBe(true)
  expect(await db().select().from(customers)).toHaveLength(3)
  expect((await findImport(ctx, id)).undoFinishedAt).toBeNull()
  await runUndo(db(), id, { batchRows: 2 })
  expect(await db().select().from(customers)).toHaveLength(0)
  const { undoFinishedAt } = await findImport(ctx, id)
  await runUndo(db(), id)
  expect(await findImport(ctx, id)).toMatchObject({ undoFinishedAt })
  const own = await db().select().from(auditEvents).where(eq(auditEvents.event, 'import.undone'))
  expect(own.map(({ details }) => JSON.parse(details!))).toEqual([{ undone: 5, kept: 0 }])
})

describe('an undo is refused', () => {
  it.each([
    ['without the permission', () => aCtx(db(), 'agent'), 'forbidden'],
    ['to a viewer without all customers', () => aCtx(db(), 'manager', { kind: 'stores', storeIds: [] }), 'not_found'],
  ])('%s', async (_, as, kind) => {
    const { id } = await aFinishedImport(ctx, FILE)
    expect(await startUndo(await as(), { importId: id })).toMatchObject({ ok: false, failure: { kind } })
    expect(await findImport(ctx, id)).toMatchObject({ undoStartedAt: null })
  })

  it('before the import has ended', async () => {
    const { id } = await anUpload(ctx, FILE)
    expect(await startUndo(ctx, { importId: id })).toMatchObject({ failure: { code: 'imports.not_possible_now' } })
  })

  it('a second time', async () => {
    const { id } = await aFinishedImport(ctx, FILE)
    enqueue.mockClear()
    await startUndo(ctx, { importId: id })
    expect(await startUndo(ctx, { importId: id })).toMatchObject({ failure: { code: 'imports.undone_already' } })
    expect(enqueue.mock.calls.map(([, queue]) => queue)).toEqual(['undo-imports'])
    await runUndo(db(), id)
    expect(await startUndo(await aCtx(db(), 'admin'), { importId: id })).toMatchObject({ ok: false })
  })
})

it('stops when its user has lost the permission, and somebody else can continue', async () => {
  const { id } = await aFinishedImport(ctx, FILE)
  const leaving = await aCtx(db(), 'admin')
  await startUndo(leaving, { importId: id })
  await db().execute(sql`update users set deactivated_at = now() where id = ${leaving.viewer.userId}`)
  await runUndo(db(), id)
  expect(await db().select().from(importChanges)).toMatchObject([{ undoneAt: null }])
  expect(await undo(id)).toMatchObject({ undoFinishedAt: expect.any(Date), undoStartedBy: ctx.viewer.userId })
})
