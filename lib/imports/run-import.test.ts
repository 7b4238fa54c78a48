import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { and, asc, eq, sql } from 'drizzle-orm'
import {
  auditEvents,
  contactPoints,
  customers,
  externalIds,
  fieldValidations,
  importRejections,
  importReviews,
  imports,
} from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import type { WriteCtx } from '@/lib/kernel/context'
import { storage } from '@/lib/storage/storage'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { previewImport } from './preview'
import { getImport } from './queries'
import { runImport } from './run-import'
import { aFinishedImport, anUpload, aQueuedImport, findImport } from '@/lib/testing/imports'

jest.mock('../jobs/boss', () => ({ enqueue: jest.fn() }))
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-imports-'))

const { db } = useTestDatabase()
let ctx: WriteCtx
beforeEach(async () => {
  ctx = await aCtx(db(), 'admin')
})

const HEADER = 'codigo;nome;cpf;celular;e-mail;cidade;uf;logradouro;profissão\n'
const MARIA =
  'C-1;Maria Clara Antunes;111.444.777-35;(11) 98765-7777;Maria@Example.com;São Paulo;SP;Rua dos Pinheiros;arquiteta\n'
const BRUNO = 'C-2;Bruno Sá;529.982.247-25;;;;;;\n'

const byDocument = async (number: string) =>
  (await db().select().from(customers).where(eq(customers.documentNumber, number)))[0]!
const historyOf = (customerId: string) =>
  db().select().from(auditEvents).where(eq(auditEvents.customerId, customerId)).orderBy(asc(auditEvents.seq))
const pointsOf = (customerId: string) =>
  db().select().from(contactPoints).where(eq(contactPoints.customerId, customerId)).orderBy(contactPoints.channel)
const rejectionsOf = (importId: string) =>
  db().select().from(importRejections).where(eq(importRejections.importId, importId)).orderBy(importRejections.row)

/** The contents of all tables that an import may write, to compare before and after. */
async function digest() {
  const tables = [
    'customers',
    'contact_points',
    'external_ids',
    'customer_names',
    'import_fingerprints',
    'contact_point_versions',
  ]
  const rows = await Promise.all(
    tables.map((t) =>
      db().execute(
        sql`select ${t} as t, md5(coalesce(string_agg(x::text, '|' order by x::text), '')) from ${sql.identifier(t)} x`,
      ),
    ),
  )
  const [{ count }] = (
    await db().execute<{ count: string }>(sql`select count(*) from audit_events where event not like 'import.%'`)
  ).rows as [{ count: string }]
  return JSON.stringify([rows.map((r) => r.rows), count])
}

it('creates customers with their points, keys, attributes, search names and history', async () => {
  const done = await aFinishedImport(ctx, HEADER + MARIA + BRUNO, { source: 'erp' })
  expect(done).toMatchObject({
    status: 'finished',
    rowsDone: 2,
    rowsTotal: 2,
    accepted: 2,
    created: 2,
    changed: 0,
    rejected: 0,
    noted: 0,
  })
  const maria = await byDocument('11144477735')
  expect(maria).toMatchObject({
    kind: 'person',
    name: 'Maria Clara Antunes',
    documentType: 'cpf',
    documentCountry: 'BR',
    createdBy: ctx.viewer.userId,
  })
  expect(maria.attributes).toEqual({ profissão: 'arquiteta' })
  expect(await pointsOf(maria.id)).toMatchObject([
    { channel: 'address', address: { street: 'Rua dos Pinheiros', city: 'São Paulo', state: 'SP', country: 'BR' } },
    { channel: 'email', value: 'Maria@Example.com', normalized: 'maria@example.com', primaryBy: ctx.viewer.userId },
    { channel: 'mobile', normalized: '+5511987657777', matchKey: '87657777|11' },
  ])
  expect(await db().select().from(externalIds).where(eq(externalIds.customerId, maria.id))).toMatchObject([
    { source: 'erp', externalId: 'C-1' },
  ])
  const names = await db().execute(sql`select name_key from customer_names where customer_id = ${maria.id}`)
  expect(names.rows).toEqual([{ name_key: 'maria clara antunes' }])
  const [event, ...more] = await historyOf(maria.id)
  expect(more).toEqual([])
  expect(event).toMatchObject({ event: 'customer.imported', actorId: ctx.viewer.userId })
  expect(JSON.parse(event!.details!)).toEqual({ importId: done.id, row: 1, created: true })
})

it('changes nothing when the same file is imported twice', async () => {
  const keyless = ';Sem Chave;;(31) 99876-5432;;;;;\n'
  const file = HEADER + MARIA + BRUNO + keyless + keyless
  await aFinishedImport(ctx, file)
  const before = await digest()
  const again = await aFinishedImport(ctx, file)
  expect(again).toMatchObject({ rowsDone: 4, accepted: 4, created: 0, changed: 0, rejected: 0 })
  expect(await digest()).toBe(before)
})

it('changes nothing the second time even when rows of the file contradict each other or the mapping differs', async () => {
  const file = 'codigo;nome\nX;Ana Lima\nX;Ana Outro Nome\n'
  await aFinishedImport(ctx, file)
  const before = await digest()
  expect(await aFinishedImport(ctx, file)).toMatchObject({ changed: 0 })
  expect(await digest()).toBe(before)
  expect((await db().select().from(customers).where(eq(customers.name, 'Ana Outro Nome'))).length).toBe(1)
})

it('updates known values and adds new ones, without removing or unblocking a point or changing the primary', async () => {
  const maria = await aCustomer(db(), {
    name: 'Maria Clara',
    howMet: 'Feira',
    documentType: 'cpf',
    documentNumber: '11144477735',
    attributes: { clube: 'sim' },
  })
  const blocked = await aPoint(db(), maria.id, { blockedAt: new Date() })
  const removed = await aPoint(db(), maria.id, {
    channel: 'mobile',
    value: '11987657777',
    normalized: '+5511987657777',
    matchKey: '87657777|11',
    retiredAt: new Date(),
  })
  await db()
    .insert(fieldValidations)
    .values(['howMet'].map((field) => ({ customerId: maria.id, field, validatedBy: ctx.viewer.userId })))
  const done = await aFinishedImport(
    ctx,
    HEADER + MARIA.replace('Maria@Example.com', 'nova@example.com, maria@example.com'),
  )
  expect(done).toMatchObject({ accepted: 1, created: 0, changed: 1 })
  const after = await byDocument('11144477735')
  expect(after).toMatchObject({
    name: 'Maria Clara Antunes',
    howMet: 'Feira',
    version: 2,
    attributes: { clube: 'sim', profissão: 'arquiteta' },
  })
  const points = await pointsOf(maria.id)
  expect(points.filter((p) => p.channel === 'mobile')).toMatchObject([{ id: removed.id }])
  expect(
    points.filter((p) => p.channel === 'email').map((p) => [p.normalized, p.blockedAt !== null, p.primaryAt]),
  ).toEqual(
    expect.arrayContaining([
      ['maria@example.com', true, null],
      ['nova@example.com', false, null],
    ]),
  )
  expect(points.find((p) => p.id === blocked.id)?.blockedAt).not.toBeNull()
  expect(
    (await db().select().from(fieldValidations).where(eq(fieldValidations.customerId, maria.id))).map((v) => v.field),
  ).toEqual(['howMet'])
  expect((await historyOf(maria.id)).map((e) => e.event)).toEqual([
    'customer.imported',
    'contact.added',
    'contact.added',
  ])
})

it('follows a merged customer to its survivor', async () => {
  const survivor = await aCustomer(db(), { name: 'Ana Lima' })
  const absorbed = await aCustomer(db(), {
    name: 'Ana L.',
    documentType: 'cpf',
    documentNumber: '52998224725',
    survivorId: survivor.id,
  })
  await aPoint(db(), absorbed.id, { channel: 'mobile', value: '11987657777', normalized: '+5511987657777' })
  await aFinishedImport(ctx, 'nome;cpf;celular;email\nAna Lima;52998224725;11 98765-7777;ana@example.com\n')
  expect(await pointsOf(survivor.id)).toMatchObject([{ channel: 'email' }])
  expect(await db().select().from(customers).where(eq(customers.documentNumber, '52998224725'))).toHaveLength(1)
})

it.each([
  ['a wrong check digit', 'Ana;;11144477736;', 'bad_check_digit'],
  ['no name for a new customer', ';;11144477735;', 'name_missing'],
  ['digits lost to a spreadsheet', 'Ana;;1,11E+10;', 'document_scientific'],
  ['a row that lacks a cell in its middle', 'Ana;11144477735;1/2/90', 'too_few_cells'],
  ['a row that slipped', 'Ana;;11144477735;;x', 'too_many_cells'],
])('rejects %s', async (_, row, code) => {
  const done = await aFinishedImport(ctx, `nome;codigo;cpf;nascimento\n${row}\nBruno;;52998224725;1/2/90\n`)
  expect(done).toMatchObject({ rowsDone: 2, accepted: 1, rejected: 1 })
  expect(await rejectionsOf(done.id)).toMatchObject([
    { row: 1, outcome: 'rejected', reasons: [{ code }], cells: row.split(';') },
  ])
})

it.each([
  ['a day that does not exist', '31/02/1990', 'bad_date'],
  ['a birthday to come', '01/01/2990', 'future_date'],
  ['a birthday without its year', '--03-07', 'date_without_year'],
])('accepts a row without its birthday: %s', async (_, birthday, code) => {
  const done = await aFinishedImport(ctx, `nome;cpf;nascimento\nAna;11144477735;${birthday}\n`)
  expect(done).toMatchObject({ accepted: 1, noted: 1 })
  expect(await byDocument('11144477735')).toMatchObject({ name: 'Ana', birthOn: null })
  expect(await rejectionsOf(done.id)).toMatchObject([{ outcome: 'noted', reasons: [{ code }] }])
})

it('reports all problems of a row at once', async () => {
  const done = await aFinishedImport(ctx, 'nome;cpf;nascimento\nAna;123;30/02/2000\n')
  expect((await rejectionsOf(done.id))[0]!.reasons.map((r) => r.code)).toEqual(['bad_document', 'bad_date'])
})

it('rejects a row with the document of two customers, and lets a row wait if its keys contradict a customer', async () => {
  await aCustomer(db(), { documentType: 'cpf', documentNumber: '52998224725' })
  await aCustomer(db(), { documentType: 'cpf', documentNumber: '52998224725' })
  const other = await aCustomer(db(), { documentType: 'cpf', documentNumber: '11144477735' })
  await db().insert(externalIds).values({ source: 'import', externalId: 'C-9', customerId: other.id })
  const done = await aFinishedImport(
    ctx,
    'codigo;nome;cpf\n;A;529.982.247-25\nC-9;B;529.982.247-25\nC-9;C;390.533.447-05\n',
  )
  expect(done).toMatchObject({ accepted: 0, rejected: 1, waiting: 2 })
  expect((await rejectionsOf(done.id)).map((r) => r.reasons[0]!.code)).toEqual(['document_ambiguous'])
  const waiting = await db().select().from(importReviews).orderBy(importReviews.row)
  expect(waiting.map((r) => [r.row, r.customerId, r.reasons[0]!.code])).toEqual([
    [2, other.id, 'keys_disagree'],
    [3, other.id, 'document_differs'],
  ])
})

it('restores leading zeros that a spreadsheet removed, and leaves an unreadable phone out with a note', async () => {
  const done = await aFinishedImport(ctx, 'nome;cnpj;ddd;telefone\nPadaria;191;11;9292\n')
  expect(done).toMatchObject({ accepted: 1, noted: 1, rejected: 0 })
  const company = await byDocument('00000000000191')
  expect(company).toMatchObject({ kind: 'company', attributes: {} })
  expect(await pointsOf(company.id)).toEqual([])
  expect(await rejectionsOf(done.id)).toMatchObject([
    { outcome: 'noted', reasons: [{ code: 'phone_unreadable', value: '9292' }, { code: 'zeros_restored' }] },
  ])
})

it('lets later rows of a file add to the customer of an earlier one', async () => {
  const done = await aFinishedImport(
    ctx,
    'codigo;nome;cpf;celular\nC-1;Ana;;11987657777\nC-1;;11144477735;11976543210\n;Ana Lima;11144477735;\n',
  )
  expect(done).toMatchObject({ created: 1, changed: 2, accepted: 3 })
  const ana = await byDocument('11144477735')
  expect(ana.name).toBe('Ana Lima')
  expect((await pointsOf(ana.id)).filter((p) => p.primaryAt)).toHaveLength(1)
  expect(await historyOf(ana.id)).toHaveLength(1)
})

it('continues after the rows already done', async () => {
  const job = await aQueuedImport(ctx, HEADER + MARIA + BRUNO)
  await db().update(imports).set({ rowsDone: 1, accepted: 1 }).where(eq(imports.id, job.id))
  await runImport(db(), job.id)
  expect(await findImport(ctx, job.id)).toMatchObject({ status: 'finished', rowsDone: 2, created: 1 })
  expect(await db().select().from(customers).where(eq(customers.name, 'Maria Clara Antunes'))).toHaveLength(0)
})

it('does nothing when it is paused or done', async () => {
  const job = await aQueuedImport(ctx, HEADER + MARIA)
  await db().update(imports).set({ status: 'paused' }).where(eq(imports.id, job.id))
  await runImport(db(), job.id)
  expect(await findImport(ctx, job.id)).toMatchObject({ status: 'paused', rowsDone: 0 })
})

it('stops when the user who started it has lost the permission to import', async () => {
  const job = await aQueuedImport(ctx, HEADER + MARIA)
  await db().execute(sql`update users set deactivated_at = now() where id = ${ctx.viewer.userId}`)
  await runImport(db(), job.id)
  expect(await findImport(ctx, job.id)).toMatchObject({ status: 'failed', failure: 'user_lost_access', rowsDone: 0 })
})

it('imports the rows after a quote that never closes', async () => {
  const job = await aFinishedImport(ctx, 'nome;cpf\nAna;11144477735\n"Bruno;52998224725\nCaio;\n')
  expect(job).toMatchObject({ status: 'finished', rowsDone: 3, accepted: 3, created: 3 })
  expect(await byDocument('52998224725')).toMatchObject({ name: '"Bruno' })
  expect(await rejectionsOf(job.id)).toMatchObject([{ row: 2, reasons: [{ code: 'stray_quote', value: '3' }] }])
})

it('fails with another message on a row without end', async () => {
  const job = await aQueuedImport(ctx, `nome;cpf\nAna;11144477735\nBruno ${'o'.repeat(999_000)}`)
  await storage().put(job.storageKey, `nome;cpf\nAna;11144477735\nBruno ${'o'.repeat(1_100_000)}`)
  await runImport(db(), job.id)
  expect(await findImport(ctx, job.id)).toMatchObject({ status: 'failed', failure: 'row_too_long', rowsDone: 1 })
})

it.each([
  ['LF and CRLF', 'nome;cpf\r\nAna;11144477735\nBruno;52998224725\r\n\ufeffCaio;\r\r\nDavi;\n'],
  ['CR and LF', 'nome;cpf\rAna;11144477735\rBruno;52998224725\r\ufeffCaio;\nDavi;\r'],
])('reads a file concatenated from several, with byte order marks and line ends of %s', async (_, text) => {
  expect(await aFinishedImport(ctx, text)).toMatchObject({ headers: ['nome', 'cpf'], rowsDone: 4, created: 4 })
  const names = (await db().select({ name: customers.name }).from(customers)).map(({ name }) => name).sort()
  expect(names).toEqual(['Ana', 'Bruno', 'Caio', 'Davi'])
})

it('reads a lone CR as part of its cell where rows end in LF', async () => {
  const text = 'nome;cpf;cidade\nAna\rLima;11144477735;São\rPaulo\nBruno;52998224725;Santos\n'
  expect(await aFinishedImport(ctx, text)).toMatchObject({ rowsDone: 2, created: 2, rejected: 0 })
  expect(await byDocument('11144477735')).toMatchObject({ name: 'Ana Lima' })
})

it('reads rows that end in CR, with an LF in a quoted cell', async () => {
  const text = 'nome;cpf;observações\rAna;11144477735;"uma\nduas\ntrês\nquatro"\rBruno;52998224725;\r'
  expect(await aFinishedImport(ctx, text)).toMatchObject({
    rowsDone: 2,
    created: 2,
    rejected: 0,
    dialect: { rowEnd: 'cr' },
  })
})

it('reads a file as UTF-8 despite a few invalid bytes, and rejects the names that contain them', async () => {
  const known = await aFinishedImport(ctx, 'codigo;nome\n1;José\n2;Antônio\n')
  const glued = [Buffer.from('codigo;nome\n1;José Sá\n'), Buffer.from('2;Antônio Sá\n', 'latin1')]
  const job = await aFinishedImport(ctx, Buffer.concat(glued), { source: known.source })
  expect(job).toMatchObject({ accepted: 1, changed: 1, rejected: 1 })
  expect((await rejectionsOf(job.id))[0]!.reasons).toMatchObject([{ code: 'letters_lost', column: 'nome' }])
  const names = (await db().select({ name: customers.name }).from(customers)).map(({ name }) => name).sort()
  expect(names).toEqual(['Antônio', 'José Sá'])
})

it('imports a file with more columns than fit into an index entry', async () => {
  const more = Array.from({ length: 3000 }, (_, n) => `coluna ${n}`)
  const job = await aFinishedImport(ctx, `nome;${more.join(';')}\nAna;${more.map(() => 'x').join(';')}\n`)
  expect(job).toMatchObject({ status: 'finished', created: 1 })
})

it.each([
  ['Latin-1', Buffer.from('nome;cpf\nJosé Gonçalves;11144477735\n', 'latin1')],
  ['a byte order mark', Buffer.from('\ufeffnome;cpf\nJosé Gonçalves;11144477735\n')],
  ['UTF-16 with tabs', Buffer.from('\ufeffnome\tcpf\nJosé Gonçalves\t11144477735\n', 'utf16le')],
  [
    'a preamble and commas',
    Buffer.from('Relatório de clientes\nGerado em 02/03/2026\n\nnome,cpf\n"José Gonçalves",11144477735\n'),
  ],
  ['Windows line ends', Buffer.from('nome|cpf\r\nJosé Gonçalves|11144477735\r\n')],
])('reads %s', async (_, file) => {
  expect(await aFinishedImport(ctx, file)).toMatchObject({ accepted: 1, rejected: 0 })
  expect(await byDocument('11144477735')).toMatchObject({ name: 'José Gonçalves' })
})

it('reads quoted line breaks, escaped formulas and placeholders for empty cells', async () => {
  const done = await aFinishedImport(ctx, 'nome;cpf;observações;sexo\n"Ana\nLima";11144477735;"\'=soma(1)";N/A\n;;;\n')
  expect(done).toMatchObject({ rowsDone: 1, accepted: 1 })
  expect(await byDocument('11144477735')).toMatchObject({ name: 'Ana Lima', remarks: '=soma(1)', sex: null })
})

it('finds a customer by external id only within the same source', async () => {
  await aFinishedImport(ctx, 'codigo;nome\n7;Ana\n', { source: 'sap' })
  await aFinishedImport(ctx, 'codigo;nome\n7;Bruno\n', { source: 'crm' })
  const both = await db()
    .select()
    .from(externalIds)
    .where(and(eq(externalIds.externalId, '7')))
  expect(new Set(both.map((e) => e.customerId)).size).toBe(2)
})

it('fails with a message when its file is gone', async () => {
  const job = await aQueuedImport(ctx, HEADER + MARIA)
  await storage().delete(job.storageKey)
  await runImport(db(), job.id)
  expect(await findImport(ctx, job.id)).toMatchObject({ status: 'failed', failure: 'file_missing' })
})

it('says in the preview that its file is gone', async () => {
  const file = await anUpload(ctx, HEADER + MARIA)
  await storage().delete(file.storageKey)
  expect(await previewImport(ctx, (await getImport(ctx, file.id))!)).toMatchObject({
    broken: 'file_missing',
    repeat: false,
    days: [],
    rows: [],
    totals: { rows: 0, isWholeFile: false },
  })
})

it('imports a row with characters that Postgres cannot store', async () => {
  const halves = `nome;e-mail;profissão\0;nota\nAna\0 Nula;ana.nula@example.com;dou\0tora;${'x'.repeat(1999)}😀\nBia Cortada;${'x'.repeat(199)}😀;;\n`
  const file = await aFinishedImport(ctx, Buffer.from(`\ufeff${halves}`, 'utf16le'), { keepAttributes: true })
  expect(file).toMatchObject({ status: 'finished', accepted: 2 })
  const [ana] = await db().select().from(customers).where(eq(customers.name, 'Ana Nula'))
  expect(ana?.attributes).toEqual({ profissão: 'doutora', nota: `${'x'.repeat(1999)}\ufffd` })
  expect((await rejectionsOf(file.id)).map(({ reasons }) => reasons[0]?.value)).toEqual([`${'x'.repeat(199)}\ufffd`])
})
