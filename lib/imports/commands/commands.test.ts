import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { eq, like } from 'drizzle-orm'
import { auditEvents, imports } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import type { Role } from '@/lib/access/permissions'
import type { Scope } from '@/lib/access/viewer'
import { i18n } from '@/lib/i18n/translator'
import { newId } from '@/lib/values/ids'
import { aCtx } from '@/lib/testing/builders'
import { previewImport } from '../preview'
import { getImport, listImports, listReportedRows } from '../queries'
import { reportOf } from '../report'
import { aFinishedImport, anUpload, aQueuedImport, findImport } from '@/lib/testing/imports'
import { mapColumns } from './map-columns'
import { readFileAs } from './read-as'
import { registerUpload } from './register'
import { startImport } from './start'
import { cancelImport, pauseImport, resumeImport } from './steer'

const enqueue = jest.fn()
jest.mock('../../jobs/boss', () => ({ enqueue: (...args: unknown[]) => enqueue(...args) }))
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-imports-'))

const { db } = useTestDatabase()
const FILE = 'codigo;nome;cpf;fone\n1;Ana;11144477735;9292\n2;=Bruno;123;11 98765-7777\n'

const recordedEvents = async () =>
  (await db().select().from(auditEvents).where(like(auditEvents.event, 'import.%'))).map((e) => e.event)

it('remembers the mapping for files with the same headers', async () => {
  const ctx = await aCtx(db(), 'admin')
  await aQueuedImport(ctx, FILE, { mapping: { name: 'nome', cpf: 'cpf' }, source: 'erp', keepAttributes: false })
  expect(await anUpload(ctx, 'CÓDIGO; Nome ;CPF;Fone\n3;Caio;;\n')).toMatchObject({
    source: 'erp',
    keepAttributes: false,
  })
})

it('keeps columns that nobody has described only where somebody has chosen it', async () => {
  const ctx = await aCtx(db(), 'admin')
  expect(await anUpload(ctx, FILE)).toMatchObject({ keepAttributes: false })
  await aQueuedImport(ctx, FILE, { keepAttributes: true })
  expect(await anUpload(ctx, FILE)).toMatchObject({ keepAttributes: true })
})

it('queues the job in the transaction of its start, once', async () => {
  const ctx = await aCtx(db(), 'admin')
  const { id } = await anUpload(ctx, FILE)
  enqueue.mockClear()
  expect((await startImport(ctx, { importId: id })).ok).toBe(true)
  expect(await startImport(ctx, { importId: id })).toMatchObject({ failure: { code: 'imports.started_already' } })
  expect(enqueue).toHaveBeenCalledTimes(1)
  expect(await recordedEvents()).toEqual(['import.uploaded', 'import.started'])
})

it('pauses, continues and cancels, and refuses a step that is no longer possible', async () => {
  const ctx = await aCtx(db(), 'admin')
  const { id: importId } = await aQueuedImport(ctx, FILE)
  for (const [step, status] of [
    [pauseImport, 'paused'],
    [resumeImport, 'queued'],
    [cancelImport, 'cancelled'],
  ] as const) {
    expect((await step(ctx, { importId })).ok).toBe(true)
    expect((await findImport(ctx, importId)).status).toBe(status)
  }
  for (const step of [pauseImport, resumeImport, cancelImport]) {
    expect(await step(ctx, { importId })).toMatchObject({ failure: { code: 'imports.not_possible_now' } })
  }
})

it.each<[string, Role, Scope, string]>([
  ['without the permission', 'agent', { kind: 'all' }, 'forbidden'],
  ['with a scope of stores', 'manager', { kind: 'stores', storeIds: [] }, 'invalid'],
])('refuses an upload %s and stores nothing', async (_, role, scope, kind) => {
  const ctx = await aCtx(db(), role, scope)
  const dialect = { encoding: 'utf-8', delimiter: ';', headerLine: 1 }
  const facts = { fileName: 'a.csv', storageKey: 'k', bytes: 1, sha256: 'a'.repeat(64), dialect, headers: ['nome'] }
  expect(await registerUpload(ctx, { id: newId(), ...facts })).toMatchObject({ ok: false, failure: { kind } })
  expect(await db().select().from(imports)).toEqual([])
})

it.each(['2020', '1 Jan 2020 (x)', '9999-99-99T00:00:00Z'])('lists from the start on a cursor of %s', async (at) => {
  const ctx = await aCtx(db(), 'admin')
  expect(await listImports(ctx, `${at}_${newId()}`)).toEqual(await listImports(ctx))
})

it('shows nothing to a viewer whose scope is not every customer', async () => {
  const { id } = await anUpload(await aCtx(db(), 'admin'), FILE)
  const bound = await aCtx(db(), 'manager', { kind: 'stores', storeIds: [] })
  expect(await getImport(bound, id)).toBeNull()
  expect(await listImports(bound)).toMatchObject({ items: [] })
  expect(await pauseImport(bound, { importId: id })).toMatchObject({ failure: { kind: 'not_found' } })
})

it('lets only the uploader start an import, and shows its rows only to viewers of personal data', async () => {
  const { id } = await aFinishedImport(await aCtx(db(), 'admin'), FILE)
  const upload = await anUpload(await aCtx(db(), 'admin'), FILE)
  const other = await aCtx(db(), 'manager')
  expect(await startImport(other, { importId: upload.id })).toMatchObject({ failure: { kind: 'not_found' } })
  expect(await previewImport(other, (await getImport(other, upload.id))!)).toBeNull()
  expect(await listReportedRows(other, (await getImport(other, id))!, { outcome: 'rejected' })).toEqual([])
})

it('refuses a mapping without a name and without a key', async () => {
  const ctx = await aCtx(db(), 'admin')
  const { id: importId } = await anUpload(ctx, FILE)
  expect(await mapColumns(ctx, { importId, source: 'x', email: 'fone' })).toMatchObject({
    failure: { fields: { name: 'imports.no_name_or_key' } },
  })
  expect(await mapColumns(ctx, { importId, source: 'A B', name: 'nome' })).toMatchObject({
    failure: { fields: { source: 'imports.bad_source' } },
  })
})

it('previews what the job will do, and writes nothing', async () => {
  const ctx = await aCtx(db(), 'admin')
  const { id } = await anUpload(ctx, FILE)
  const preview = await previewImport(ctx, (await getImport(ctx, id))!)
  expect(preview?.rows.map((r) => [r.outcome, r.reasons.map((x) => x.code)])).toEqual([
    ['created', ['phone_unreadable']],
    ['rejected', ['bad_document']],
  ])
  expect(preview?.totals).toEqual({
    created: 1,
    changed: 0,
    unchanged: 0,
    waiting: 0,
    rejected: 1,
    rows: 2,
    isWholeFile: true,
  })
  expect(await db().select().from(auditEvents).where(eq(auditEvents.event, 'customer.imported'))).toEqual([])
})

it('reports rejected rows as a CSV that spreadsheets open without running formulas, and that can be imported again', async () => {
  const ctx = await aCtx(db(), 'admin')
  const { id } = await aFinishedImport(ctx, FILE)
  const csv = await new Response(reportOf(ctx, (await getImport(ctx, id))!, 'rejected', i18n('pt-BR'))).arrayBuffer()
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv)
  expect(text.split('\r\n')).toEqual([
    '\ufeffcodigo;nome;cpf;fone;Linha (Retrato);Motivo (Retrato)',
    "2;'=Bruno;123;11 98765-7777;2;cpf “123”: não é um CPF nem um CNPJ.",
    '',
  ])
  const again = await aFinishedImport(ctx, text.replace(';123;', ';529.982.247-25;'))
  expect(again).toMatchObject({ accepted: 1, rejected: 0, created: 1 })
})

describe('reading a file as a user sets it', () => {
  const reading = {
    encoding: 'utf-8',
    delimiter: 'semicolon',
    headerLine: '1',
    firstLine: '',
    dayOrder: '',
    country: 'BR',
  }

  it('reads the columns again and guesses them', async () => {
    const ctx = await aCtx(db(), 'admin')
    const { id } = await anUpload(ctx, iconv.encode('Lista\nNome|Fone\nJoão|(11) 3441-5852\n', 'cp850'))
    const result = await readFileAs(ctx, {
      importId: id,
      ...reading,
      encoding: 'cp850',
      delimiter: 'pipe',
      headerLine: '2',
    })
    expect(result).toMatchObject({ ok: true })
    expect(await findImport(ctx, id)).toMatchObject({
      headers: ['Nome', 'Fone'],
      mapping: { name: 'Nome', phone: 'Fone' },
      dialect: { encoding: 'cp850', delimiter: '|', headerLine: 2 },
    })
    const preview = await previewImport(ctx, (await getImport(ctx, id))!)
    expect(preview?.rows[0]).toMatchObject({ name: 'João', points: [{ channel: 'landline', text: '(11) 3441-5852' }] })
  })

  it('reads a file without a header, and local phones and days as the user says', async () => {
    const ctx = await aCtx(db(), 'admin')
    const { id } = await anUpload(ctx, 'Ana;11 2345-6789;12/01/1986\n')
    await readFileAs(ctx, { importId: id, ...reading, headerLine: '0', dayOrder: 'mdy', country: 'AR' })
    await mapColumns(ctx, { importId: id, source: 'import', name: '#1', phone: '#2', birthOn: '#3' })
    const preview = await previewImport(ctx, (await getImport(ctx, id))!)
    expect(preview?.rows[0]).toMatchObject({
      fields: { name: 'Ana', birthOn: '1986-12-01' },
      points: [{ text: '+54 11 2345 6789' }],
    })
  })

  it('says which columns of days fit both orders', async () => {
    const ctx = await aCtx(db(), 'admin')
    const { id } = await anUpload(ctx, 'nome;nascimento\nAna;12/01/1986\n')
    const preview = await previewImport(ctx, (await getImport(ctx, id))!)
    expect(preview?.days).toEqual([{ column: 'nascimento', order: 'open' }])
  })

  it.each([
    ['without the permission', 'agent', {}, 'forbidden'],
    ['with an unknown encoding', 'admin', { encoding: 'ebcdic' }, 'invalid'],
    ['with a line that is no number', 'admin', { headerLine: 'um' }, 'invalid'],
  ] as const)('is refused %s', async (_, role, over, kind) => {
    const { id } = await anUpload(await aCtx(db(), 'admin'), FILE)
    const ctx = await aCtx(db(), role)
    const before = await findImport(ctx, id)
    expect(await readFileAs(ctx, { importId: id, ...reading, ...over })).toMatchObject({ ok: false, failure: { kind } })
    expect(await findImport(ctx, id)).toEqual(before)
  })

  it('is refused after the start', async () => {
    const ctx = await aCtx(db(), 'admin')
    const { id } = await aQueuedImport(ctx, FILE)
    expect(await readFileAs(ctx, { importId: id, ...reading })).toMatchObject({ ok: false })
  })
})
