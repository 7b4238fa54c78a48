import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import {
  auditEvents,
  contactPoints,
  customers,
  externalIds,
  fieldValidations,
  importRejections,
  importReviews,
} from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { editCustomer } from '@/lib/customers/commands/edit'
import { renameCustomer } from '@/lib/customers/commands/rename'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aFinishedImport, findImport } from '@/lib/testing/imports'
import { getImport } from '../queries'
import { listImportedCustomers } from '../customers/results'
import { listWaitingRows } from '../customers/review/list'
import { acceptRow, refuseRow } from './review-row'

jest.mock('../../jobs/boss', () => ({ enqueue: jest.fn() }))
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-imports-'))

const { db } = useTestDatabase()
let ctx: WriteCtx
beforeEach(async () => {
  ctx = await aCtx(db(), 'admin')
})

const CPF = '11144477735'
const anAna = (over = {}) => aCustomer(db(), { name: 'Ana Souza', documentType: 'cpf', documentNumber: CPF, ...over })
const find = async (id: string) => (await db().select().from(customers).where(eq(customers.id, id)))[0]!
const waitingIn = async (importId: string, as = ctx) =>
  (await listWaitingRows(as, (await getImport(as, importId))!)).items
const validate = (customerId: string, field: string) =>
  db().insert(fieldValidations).values({ customerId, field, validatedBy: ctx.viewer.userId })
const historyOf = async (customerId: string) =>
  (await db().select().from(auditEvents).where(eq(auditEvents.customerId, customerId))).map(({ event }) => event)

const STRANGER = `nome;cpf;e-mail\nCarlos Lima;${CPF};carlos@example.com\n`

it('lets a row with another person’s name wait, and leaves the customer as it is', async () => {
  const ana = await anAna()
  const done = await aFinishedImport(ctx, STRANGER)
  expect(done).toMatchObject({ rowsDone: 1, accepted: 0, changed: 0, waiting: 1, rejected: 0 })
  expect(await find(ana.id)).toEqual(ana)
  expect(await db().select().from(contactPoints)).toEqual([])
  expect(await historyOf(ana.id)).toEqual([])
  expect(await waitingIn(done.id)).toMatchObject([
    {
      row: 1,
      name: 'Carlos Lima',
      target: { customerId: ana.id, name: 'Ana Souza' },
      reasons: [{ code: 'name_differs' }],
      changes: [{ field: 'name', before: 'Ana Souza', after: 'Carlos Lima' }, { field: 'email' }],
    },
  ])
})

it('does not rename the customer of an earlier row either, in the same batch or in another', async () => {
  const done = await aFinishedImport(ctx, `nome;cpf\nAna Souza;${CPF}\nCarlos Lima;${CPF}\n`)
  expect(done).toMatchObject({ created: 1, waiting: 1 })
  expect((await db().select().from(customers)).map(({ name }) => name)).toEqual(['Ana Souza'])
})

it.each([
  ['birthOn', { birthOn: '1986-03-07' }, 'nome;cpf;nascimento', `Ana Souza;${CPF};08/03/1986`],
  ['name', {}, 'nome;cpf', `Ana Maria Souza;${CPF}`],
])('lets a row wait that would change the validated field %s', async (field, over, header, row) => {
  const ana = await anAna(over)
  await validate(ana.id, field)
  const done = await aFinishedImport(ctx, `${header}\n${row}\n`)
  expect(done).toMatchObject({ changed: 0, waiting: 1 })
  expect(await find(ana.id)).toEqual(ana)
  expect(await waitingIn(done.id)).toMatchObject([{ reasons: [{ code: 'validated_field', value: field }] }])
})

it('applies a row that leaves validated fields alone', async () => {
  const ana = await anAna({ birthOn: '1986-03-07' })
  await validate(ana.id, 'birthOn')
  const done = await aFinishedImport(ctx, `nome;cpf;nascimento;como conheceu\nAna Souza;${CPF};07/03/1986;Feira\n`)
  expect(done).toMatchObject({ changed: 1, waiting: 0 })
  expect(await find(ana.id)).toMatchObject({ howMet: 'Feira' })
})

it('applies an accepted row with its history, and removes the validation of what it changed', async () => {
  const ana = await anAna()
  await validate(ana.id, 'name')
  await validate(ana.id, 'document')
  const { id: importId } = await aFinishedImport(ctx, STRANGER)
  const [row] = await waitingIn(importId)
  expect(await acceptRow(ctx, { importId, row: '1', seen: row!.seen })).toMatchObject({ ok: true })
  expect(await find(ana.id)).toMatchObject({ name: 'Carlos Lima', version: 2 })
  expect(await db().select().from(contactPoints)).toMatchObject([{ value: 'carlos@example.com' }])
  expect((await db().select().from(fieldValidations)).map(({ field }) => field)).toEqual(['document'])
  expect(await historyOf(ana.id)).toEqual(['customer.imported', 'contact.added'])
  expect(await findImport(ctx, importId)).toMatchObject({ accepted: 1, changed: 1, waiting: 0, rejected: 0 })
  expect(await db().select().from(importReviews)).toMatchObject([
    { decision: 'accepted', decidedBy: ctx.viewer.userId },
  ])
  expect((await listImportedCustomers(ctx, { id: importId })).items).toMatchObject([{ row: 1, customerId: ana.id }])
  const own = await db().select().from(auditEvents).where(eq(auditEvents.event, 'import.row_accepted'))
  expect(own).toMatchObject([{ subject: `import:${importId}`, actorId: ctx.viewer.userId }])
})

it('moves a refused row to the report of rejected rows, and changes no customer', async () => {
  const ana = await anAna()
  const { id: importId } = await aFinishedImport(ctx, STRANGER)
  expect(await refuseRow(ctx, { importId, row: '1' })).toMatchObject({ ok: true })
  expect(await find(ana.id)).toEqual(ana)
  expect(await findImport(ctx, importId)).toMatchObject({ accepted: 0, waiting: 0, rejected: 1 })
  expect(await db().select().from(importRejections)).toMatchObject([
    { row: 1, outcome: 'rejected', reasons: [{ code: 'name_differs' }, { code: 'refused_in_review' }] },
  ])
  expect(await waitingIn(importId)).toEqual([])
})

it('decides once: a second press changes nothing', async () => {
  const ana = await anAna()
  const { id: importId } = await aFinishedImport(ctx, STRANGER)
  const seen = (await waitingIn(importId))[0]!.seen
  await acceptRow(ctx, { importId, row: '1', seen })
  const after = await find(ana.id)
  const again = { ok: false, failure: { code: 'imports.decided_already' } }
  expect(await acceptRow(ctx, { importId, row: '1', seen })).toMatchObject(again)
  expect(await refuseRow(ctx, { importId, row: '1' })).toMatchObject(again)
  expect(await find(ana.id)).toEqual(after)
  expect(await findImport(ctx, importId)).toMatchObject({ accepted: 1, waiting: 0, rejected: 0 })
})

it('refuses an acceptance when the customer has changed since, and applies it after another look', async () => {
  const ana = await anAna()
  const { id: importId } = await aFinishedImport(ctx, STRANGER)
  const { seen } = (await waitingIn(importId))[0]!
  await renameCustomer(ctx, { customerId: ana.id, version: '1', name: 'Ana Souza Prado' })
  expect(await acceptRow(ctx, { importId, row: '1', seen })).toMatchObject({
    failure: { code: 'imports.review_changed' },
  })
  expect(await find(ana.id)).toMatchObject({ name: 'Ana Souza Prado' })
  expect(await findImport(ctx, importId)).toMatchObject({ waiting: 1, accepted: 0 })
  const [now] = await waitingIn(importId)
  expect(now!.changes[0]).toMatchObject({ before: 'Ana Souza Prado', after: 'Carlos Lima' })
  expect(await acceptRow(ctx, { importId, row: '1', seen: now!.seen })).toMatchObject({ ok: true })
})

it('does not give one customer the CPF of another, even when accepted', async () => {
  const ana = await aCustomer(db(), { name: 'Ana Souza' })
  const owner = await aCustomer(db(), { name: 'Bia Reis', documentType: 'cpf', documentNumber: CPF })
  await db().insert(externalIds).values({ source: 'import', externalId: 'C-1', customerId: ana.id })
  const { id: importId } = await aFinishedImport(ctx, `codigo;nome;cpf;como conheceu\nC-1;Ana Souza;${CPF};Feira\n`)
  const [row] = await waitingIn(importId)
  expect(row).toMatchObject({ target: { customerId: ana.id }, reasons: [{ code: 'keys_disagree' }] })
  expect(row!.changes).toMatchObject([{ field: 'howMet' }])
  await acceptRow(ctx, { importId, row: '1', seen: row!.seen })
  expect(await find(ana.id)).toMatchObject({ howMet: 'Feira', documentNumber: null })
  expect(await find(owner.id)).toEqual(owner)
})

it('replaces a CPF by a free one only when accepted, and keeps both in the history', async () => {
  const ana = await anAna()
  await db().insert(externalIds).values({ source: 'import', externalId: 'C-1', customerId: ana.id })
  const { id: importId } = await aFinishedImport(ctx, 'codigo;nome;cpf\nC-1;Ana Souza;52998224725\n')
  expect(await find(ana.id)).toMatchObject({ documentNumber: CPF })
  const [row] = await waitingIn(importId)
  expect(row!.changes).toMatchObject([{ field: 'document', before: '111.444.777-35', after: '529.982.247-25' }])
  await acceptRow(ctx, { importId, row: '1', seen: row!.seen })
  expect(await find(ana.id)).toMatchObject({ documentNumber: '52998224725' })
})

it('refuses the replaced CPF once somebody else has it', async () => {
  const ana = await anAna()
  await db().insert(externalIds).values({ source: 'import', externalId: 'C-1', customerId: ana.id })
  const { id: importId } = await aFinishedImport(ctx, 'codigo;nome;cpf\nC-1;Ana Souza;52998224725\n')
  const { seen } = (await waitingIn(importId))[0]!
  const bia = await aCustomer(db(), { name: 'Bia Reis' })
  const typed = { kind: 'person', name: 'Bia Reis', documentType: 'cpf', documentNumber: '52998224725' }
  expect(await editCustomer(ctx, { customerId: bia.id, version: '1', ...typed })).toMatchObject({ ok: true })
  expect(await acceptRow(ctx, { importId, row: '1', seen })).toMatchObject({
    failure: { code: 'imports.review_changed' },
  })
  expect(await find(ana.id)).toEqual(ana)
})

describe('a decision is refused', () => {
  it.each([
    ['without the permission', async () => aCtx(db(), 'agent'), 'forbidden'],
    ['to a viewer without all customers', async () => aCtx(db(), 'admin', { kind: 'own' }), 'not_found'],
    ['to a viewer who may not see the rows', async () => aCtx(db(), 'manager'), 'not_found'],
  ])('%s', async (_, as, kind) => {
    const ana = await anAna()
    const { id: importId } = await aFinishedImport(ctx, STRANGER)
    const { seen } = (await waitingIn(importId))[0]!
    const other = await as()
    for (const result of [
      await acceptRow(other, { importId, row: '1', seen }),
      await refuseRow(other, { importId, row: '1' }),
    ])
      expect(result).toMatchObject({ ok: false, failure: { kind } })
    expect(await find(ana.id)).toEqual(ana)
    expect(await findImport(ctx, importId)).toMatchObject({ waiting: 1 })
  })

  it('for a row that does not wait', async () => {
    const { id: importId } = await aFinishedImport(ctx, STRANGER)
    expect(await refuseRow(ctx, { importId, row: '1' })).toMatchObject({ failure: { kind: 'not_found' } })
  })
})

it('shows waiting rows only to viewers who may see the rows, and masks the customer’s document', async () => {
  await anAna()
  const manager = await aCtx(db(), 'manager')
  const { id: importId } = await aFinishedImport(manager, STRANGER)
  expect(await waitingIn(importId, await aCtx(db(), 'manager'))).toEqual([])
  expect(await waitingIn(importId, manager)).toMatchObject([{ target: { document: '***.***.777-**' } }])
})
