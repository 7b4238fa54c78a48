import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { externalIds } from '@/db/schema'
import type { Viewer } from '@/lib/access/viewer'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aFinishedImport, anUpload } from '@/lib/testing/imports'
import { previewImport } from './preview'
import { getImport } from './queries'
import { listImportedCustomers } from './customers/results'

jest.mock('../jobs/boss', () => ({ enqueue: jest.fn() }))
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-imports-'))

const { db } = useTestDatabase()

const FILE =
  'codigo;nome;cpf;e-mail;nascimento\nC-1;Maria Clara Antunes;11144477735;maria@example.com;07/03/1986\n;Bruno Sá;52998224725;;\n'

const previewOf = async (ctx: WriteCtx, content: string) => {
  const { id } = await anUpload(ctx, content)
  return (await previewImport(ctx, (await getImport(ctx, id))!))!
}

const withPermissions = (ctx: WriteCtx, can: Viewer['can']): WriteCtx => ({ ...ctx, viewer: { ...ctx.viewer, can } })

it('says whom a row updates, and which fields change from what to what', async () => {
  const ctx = await aCtx(db(), 'admin')
  const maria = await aCustomer(db(), { name: 'Maria Clara', documentType: 'cpf', documentNumber: '11144477735' })
  const preview = await previewOf(ctx, FILE)
  expect(preview.totals).toEqual({
    created: 1,
    changed: 1,
    unchanged: 0,
    waiting: 0,
    rejected: 0,
    rows: 2,
    isWholeFile: true,
  })
  expect(preview.rows[0]).toMatchObject({
    outcome: 'changed',
    target: { customerId: maria.id, name: 'Maria Clara', document: '111.444.777-35' },
    changes: [
      { kind: 'externalId', field: 'externalId', before: null, after: 'C-1' },
      { kind: 'field', field: 'name', before: 'Maria Clara', after: 'Maria Clara Antunes' },
      { kind: 'field', field: 'birthOn', before: null, after: '1986-03-07' },
      { kind: 'point', field: 'email', before: null, after: 'maria@example.com' },
    ],
  })
  expect(preview.rows[1]).toMatchObject({ outcome: 'created', target: null, changes: [] })
})

it('names the customer of a row without changes, and the earlier row of a customer that does not exist yet', async () => {
  const ctx = await aCtx(db(), 'admin')
  const ana = await aCustomer(db(), { name: 'Ana', documentType: 'cpf', documentNumber: '11144477735' })
  const preview = await previewOf(
    ctx,
    'nome;cpf;e-mail\nAna;11144477735;\nBia;52998224725;\nBia;52998224725;bia@example.com\n',
  )
  expect(preview.rows.map(({ outcome, target }) => [outcome, target])).toEqual([
    ['unchanged', { customerId: ana.id, name: 'Ana', document: '111.444.777-35' }],
    ['created', null],
    ['changed', { row: 2 }],
  ])
})

it('counts more rows than it lists, and says when the file has still more', async () => {
  const ctx = await aCtx(db(), 'admin')
  const rows = (count: number) => `nome\n${Array.from({ length: count }, (_, at) => `Cliente ${at}`).join('\n')}\n`
  expect(await previewOf(ctx, rows(2000))).toMatchObject({ totals: { created: 2000, rows: 2000, isWholeFile: true } })
  const long = await previewOf(ctx, rows(2001))
  expect(long).toMatchObject({ totals: { created: 2000, rows: 2000, isWholeFile: false } })
  expect(long.rows).toHaveLength(20)
})

it('masks what the customer has from a viewer who does not read personal data, and shows what the file says', async () => {
  const admin = await aCtx(db(), 'admin')
  const ctx = withPermissions(admin, (permission) => permission !== 'personal.read')
  const maria = await aCustomer(db(), {
    documentType: 'cpf',
    documentNumber: '11144477735',
    attributes: { contato: 'velha@example.com' },
  })
  await db().insert(externalIds).values({ source: 'import', externalId: 'C-1', customerId: maria.id })
  await aPoint(db(), maria.id)
  const { id } = await anUpload(ctx, 'codigo;nome;contato;e-mail\nC-1;Maria Clara;nova@example.com;nova@example.com\n')
  const file = (await getImport(ctx, id))!
  const preview = await previewImport(ctx, { ...file, keepAttributes: true })
  expect(preview?.rows[0]).toMatchObject({
    target: { document: '***.***.777-**' },
    changes: [
      { field: 'name' },
      { field: 'email', after: 'nova@example.com' },
      { field: 'contato', before: 'v****@example.com', after: 'nova@example.com' },
    ],
  })
})

it('masks documents, e-mails and phones of the file from a viewer who may not reveal values', async () => {
  const admin = await aCtx(db(), 'admin')
  const ctx = withPermissions(
    admin,
    (permission) => !['personal.read', 'personal.reveal'].includes(permission) && admin.viewer.can(permission),
  )
  await aCustomer(db(), { documentType: 'cpf', documentNumber: '52998224725' })
  const preview = await previewOf(
    ctx,
    'nome;cpf;e-mail;celular\nAna;11144477735;ana.lima@example.com;11987657777\nMaria;52998224725;;11 98765-7777\nEva;11144477736;x;9292\n',
  )
  // Random ids may contain the digits by chance.
  const text = JSON.stringify(preview.rows).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
  for (const secret of ['111', '52998224725', '529.982', 'ana.lima', '98765', '9292'])
    expect(text).not.toContain(secret)
  expect(preview.rows[0]).toMatchObject({
    document: '***.***.777-**',
    points: [{ text: '(11) 9****-**77' }, { text: 'a****@example.com' }],
  })
})

it('lists the customers of a finished import with their rows, page by page', async () => {
  const ctx = await aCtx(db(), 'admin')
  await aCustomer(db(), { name: 'Maria', documentType: 'cpf', documentNumber: '11144477735' })
  const more = Array.from({ length: 20 }, (_, at) => `;Cliente ${at};;;`).join('\n')
  const { id } = await aFinishedImport(ctx, `${FILE}${more}\n`)
  const first = await listImportedCustomers(ctx, { id })
  expect(first.items.slice(0, 2)).toMatchObject([
    { row: 1, name: 'Maria Clara Antunes', created: false },
    { row: 2, name: 'Bruno Sá', created: true },
  ])
  const second = await listImportedCustomers(ctx, { id }, { cursor: first.nextCursor! })
  expect([...first.items, ...second.items].map(({ row }) => row)).toEqual(Array.from({ length: 22 }, (_, at) => at + 1))
  expect(second.nextCursor).toBeNull()
  const bound = await aCtx(db(), 'admin', { kind: 'stores', storeIds: [] })
  expect(await listImportedCustomers(bound, { id })).toEqual({ items: [], nextCursor: null })
})
