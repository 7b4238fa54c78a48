import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asc, eq } from 'drizzle-orm'
import {
  auditEvents,
  importRejections,
  purchaseItems,
  purchaseReturns,
  purchases,
  credits,
  creditUses,
} from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aFinishedImport, anUpload, findImport } from '@/lib/testing/imports'
import { mapColumns } from '../commands/map-columns'
import { startUndo } from '../commands/start-undo'
import { previewImport } from '../preview'
import { getImport } from '../queries'
import { runUndo } from '../undo/run-undo'

jest.mock('../../jobs/boss', () => ({ enqueue: jest.fn() }))
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-import-purchases-'))

const { db } = useTestDatabase()
let ctx: WriteCtx
beforeEach(async () => {
  ctx = await aCtx(db(), 'admin')
  await aFinishedImport(ctx, CUSTOMERS, { source: 'loja' })
})

const CUSTOMERS = `codigo;nome;cpf;e-mail;celular
C-1;Maria Clara Antunes;111.444.777-35;maria@example.com;(11) 98765-7777
C-2;Bruno Sá;529.982.247-25;familia@example.com;
C-3;Joana Sá;;familia@example.com;
`

const bring = (
  kind: 'purchases' | 'purchase_items' | 'purchase_returns' | 'credits',
  content: string,
  source = 'loja',
) => aFinishedImport(ctx, content, { kind, source })

const allPurchases = () => db().select().from(purchases).orderBy(asc(purchases.externalId))
const allItems = () => db().select().from(purchaseItems).orderBy(asc(purchaseItems.line))
const reasonsOf = async (importId: string) =>
  (
    await db()
      .select()
      .from(importRejections)
      .where(eq(importRejections.importId, importId))
      .orderBy(importRejections.row)
  ).map(({ row, outcome, reasons }) => [row, outcome, ...reasons.map(({ code }) => code)])

const ORDERS = `pedido;data;total;frete;status;loja;vendedor;nota fiscal;link da nota;codigo do cliente;cpf do cliente
1001;03/02/2026 14:30;"R$ 1.234,56";34,56;Entregue;;Ana Prado;NF-77;https://loja.example/nf/77;C-1;
1002;2026-02-13T23:30:00-05:00;10,00;;em análise interna;;;;ftp://loja.example;;529.982.247-25
1003;15/02/2026;5,00;;cancelado;;;;;C-9;
`

it('imports purchases with their customer, amounts, dates, situation and invoice', async () => {
  const done = await bring('purchases', ORDERS)
  expect(done).toMatchObject({ status: 'finished', rowsDone: 3, accepted: 2, created: 2, rejected: 1, noted: 1 })
  const [first, second, ...none] = await allPurchases()
  expect(none).toEqual([])
  expect(first).toMatchObject({
    externalId: '1001',
    purchasedAt: new Date('2026-02-03T17:30:00Z'),
    currency: 'BRL',
    total: 123456,
    freight: 3456,
    situation: 'delivered',
    sellerName: 'Ana Prado',
    invoiceNumber: 'NF-77',
    invoiceUrl: 'https://loja.example/nf/77',
  })
  expect(second).toMatchObject({
    purchasedAt: new Date('2026-02-14T04:30:00Z'),
    situation: 'other',
    sourceSituation: 'em análise interna',
    invoiceUrl: null,
  })
  expect(await reasonsOf(done.id)).toEqual([
    [2, 'noted', 'situation_unknown', 'bad_url'],
    [3, 'rejected', 'customer_unknown'],
  ])
})

it('records one event for each customer and batch', async () => {
  const done = await bring('purchases', ORDERS)
  const events = await db().select().from(auditEvents).where(eq(auditEvents.event, 'purchase_import.applied'))
  expect(events.map(({ details }) => JSON.parse(details!))).toEqual([
    { importId: done.id, purchases: 1 },
    { importId: done.id, purchases: 1 },
  ])
})

it('changes nothing when the same file comes again, and corrects what a new file corrects', async () => {
  await bring('purchases', ORDERS)
  const before = await allPurchases()
  expect(await bring('purchases', ORDERS)).toMatchObject({ accepted: 2, created: 0, changed: 0, rejected: 1 })
  expect(await allPurchases()).toEqual(before)
  const corrected = ORDERS.replace('1.234,56', '1.300,00')
  expect(await bring('purchases', corrected)).toMatchObject({ created: 0, changed: 1 })
  expect((await allPurchases())[0]).toMatchObject({ total: 130000 })
  await bring('purchases', 'pedido;data;total;codigo do cliente\n1001;03/02/2026 14:30;1.400,00;C-1\n')
  expect((await allPurchases())[0]).toMatchObject({ total: 140000, situation: 'delivered' })
})

it.each([
  ['an e-mail that one customer has', 'maria@example.com', ''],
  ['a phone that one customer has', '', '11 98765-7777'],
])('finds the customer by %s', async (_what, email, phone) => {
  const done = await bring('purchases', `pedido;data;total;e-mail;telefone\n1;01/02/2026;10,00;${email};${phone}\n`)
  expect(done).toMatchObject({ created: 1, rejected: 0 })
})

it.each([
  ['an e-mail that two customers share', ';;familia@example.com', 'customer_ambiguous'],
  ['keys of two customers', 'C-2;;maria@example.com', 'customer_keys_disagree'],
  ['a CPF with wrong check digits', ';111.444.777-36;', 'bad_document'],
  ['nothing', ';;', 'customer_missing'],
])('rejects a purchase whose customer is named by %s', async (_what, cells, code) => {
  const done = await bring(
    'purchases',
    `pedido;data;total;codigo do cliente;cpf do cliente;e-mail do cliente\n1;01/02/2026;10,00;${cells}\n`,
  )
  expect(done).toMatchObject({ accepted: 0, rejected: 1 })
  expect(await reasonsOf(done.id)).toEqual([[1, 'rejected', code]])
})

const WITH_ITEMS = `order id,order date,customer id,line,sku,product name,quantity,unit price,item freight
A,2026-03-01,C-1,1,S1,Shirt,2,10.00,1.50
A,2026-03-01,C-1,2,S2,Cloth,1.5,3.33,0
A,2026-03-02,C-1,3,S3,Hat,1,7.00,0
B,2026-03-05,C-2,1,S1,Shirt,1,10.00,0
`

it('reads purchases with an item in each row, adds up their totals and refuses rows that contradict each other', async () => {
  const done = await bring('purchases', WITH_ITEMS)
  expect(done).toMatchObject({ accepted: 3, created: 3, rejected: 1 })
  expect(await reasonsOf(done.id)).toEqual([
    [2, 'noted', 'item_total_rounded'],
    [3, 'rejected', 'purchases_contradicts'],
  ])
  expect((await allPurchases()).map(({ externalId, total, freight }) => [externalId, total, freight])).toEqual([
    ['A', 2000 + 500 + 150, 150],
    ['B', 1000, 0],
  ])
  expect((await allItems()).map(({ line, quantity, total }) => [line, Number(quantity), total])).toEqual([
    [1, 2, 2000],
    [1, 1, 1000],
    [2, 1.5, 500],
  ])
})

const ITEMS = `pedido;linha;produto;quantidade;preço unitário
1001;1;Camisa;2;600,00
1001;2;Meia;1;0,10
7777;1;Chapéu;1;5,00
`

it('rejects items that arrive before their purchase, and takes them when the file is repeated', async () => {
  const early = await bring('purchase_items', ITEMS)
  expect(early).toMatchObject({ accepted: 0, rejected: 3 })
  expect((await reasonsOf(early.id))[0]).toEqual([1, 'rejected', 'purchase_unknown'])
  await bring('purchases', ORDERS)
  const late = await bring('purchase_items', ITEMS)
  expect(late).toMatchObject({ accepted: 2, created: 2, rejected: 1 })
  expect(await reasonsOf(late.id)).toEqual([
    [2, 'noted', 'total_differs'],
    [3, 'rejected', 'purchase_unknown'],
  ])
})

it('never guesses an amount with two readings', async () => {
  const file = 'pedido;data;total;codigo do cliente\n1;01/02/2026;1.234;C-1\n2;01/02/2026;5;C-1\n'
  const uploaded = await anUpload(ctx, file, 'vendas.csv', 'purchases')
  const preview = await previewImport(ctx, (await getImport(ctx, uploaded.id))!)
  expect(preview).toMatchObject({ openAmounts: ['total'], totals: { created: 0, rejected: 2 } })
})

it('imports returns of a line and credits with their uses', async () => {
  await bring('purchases', WITH_ITEMS)
  const back = `pedido;linha;devolucao;data da devolucao;valor devolvido;motivo
A;1;R-1;2026-03-09;10,00;Tamanho
B;;R-2;2026-03-10;10,00;
A;9;R-3;2026-03-10;1,00;
`
  expect(await bring('purchase_returns', back)).toMatchObject({ created: 2, rejected: 1 })
  expect(await db().select().from(purchaseReturns).orderBy(purchaseReturns.externalId)).toMatchObject([
    { externalId: 'R-1', line: 1, amount: 1000, reason: 'Tamanho' },
    { externalId: 'R-2', line: null, amount: 1000 },
  ])
  const bonus = `credito;valor do credito;gerado em;validade;codigo do cliente;id do uso;valor usado;data do uso
K-1;20,00;2026-03-01;2027-01-31;C-1;;;
K-1;;;;;U-1;15,00;2026-04-01
K-1;;;;;U-2;15,00;2026-04-02
`
  const headers = {
    creditId: 'credito',
    creditAmount: 'valor do credito',
    generatedAt: 'gerado em',
    expiresOn: 'validade',
  }
  const mapping = {
    ...headers,
    customerId: 'codigo do cliente',
    useId: 'id do uso',
    useAmount: 'valor usado',
    usedAt: 'data do uso',
  }
  const done = await aFinishedImport(ctx, bonus, { kind: 'credits', source: 'loja', mapping })
  expect(await reasonsOf(done.id)).toEqual([[3, 'rejected', 'refused_credit_exceeded']])
  expect(await db().select().from(credits)).toMatchObject([
    { externalId: 'K-1', amount: 2000, expiresOn: '2027-01-31' },
  ])
  expect(await db().select().from(creditUses)).toMatchObject([{ externalId: 'U-1', amount: 1500 }])
})

const ONE_FILE = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID
536365,85123A,HOLDER,6,12/1/2010 8:26,2.55,C-1
536365,71053,LANTERN,-2,12/1/2010 8:26,3.39,C-1
C536379,D,Discount,-1,12/13/2010 9:41,27.50,C-2
`
const ONE_MAPPING = {
  ...{ purchaseId: 'InvoiceNo', purchasedAt: 'InvoiceDate', customerId: 'CustomerID', sku: 'StockCode' },
  ...{ description: 'Description', quantity: 'Quantity', unitPrice: 'UnitPrice' },
}

it('rejects negative quantities unless the mapping says what they are', async () => {
  const done = await aFinishedImport(ctx, ONE_FILE, { kind: 'purchases', source: 'loja', mapping: ONE_MAPPING })
  expect(await reasonsOf(done.id)).toEqual([
    [2, 'rejected', 'quantity_negative'],
    [3, 'rejected', 'quantity_negative'],
  ])
})

it('records negative quantities as returns and marked invoices as cancelled purchases, and says so', async () => {
  const mapping = { ...ONE_MAPPING, cancellationMark: 'InvoiceNo', negativeQuantity: 'Quantity' }
  const done = await aFinishedImport(ctx, ONE_FILE, { kind: 'purchases', source: 'loja', mapping })
  expect(await reasonsOf(done.id)).toEqual([
    [2, 'noted', 'marked_returned'],
    [3, 'noted', 'marked_cancelled'],
  ])
  expect((await allPurchases()).map(({ externalId, total, situation }) => [externalId, total, situation])).toEqual([
    ['536365', 1530, 'other'],
    ['C536379', 2750, 'cancelled'],
  ])
  expect(await db().select().from(purchaseReturns)).toMatchObject([{ externalId: '536365 2', amount: 678 }])
})

it('rejects quantities and products that are too large to be exact, and imports the other rows', async () => {
  await bring('purchases', WITH_ITEMS)
  const rows = [
    ...['A;7;Belt;1000000000;0,01', 'A;8;Belt;999999;90000000000000,00', 'A;9;Belt;1;0,10'],
    'A;10;Belt;0,001;90000000000000,00',
  ]
  const done = await bring('purchase_items', `pedido;linha;produto;quantidade;preço unitário\n${rows.join('\n')}\n`)
  expect(done).toMatchObject({ status: 'finished', rejected: 2, created: 2 })
  expect(await reasonsOf(done.id)).toEqual([
    [1, 'rejected', 'amount_too_large'],
    [2, 'rejected', 'amount_too_large'],
  ])
})

it('refuses rows without line numbers about a purchase that has other items', async () => {
  await bring('purchases', WITH_ITEMS)
  const done = await bring('purchase_items', 'pedido;produto;quantidade;preço unitário\nA;Belt;1;5,00\n')
  expect(await reasonsOf(done.id)).toEqual([[1, 'rejected', 'line_unknown']])
})

it('undoes an import, except what other rows refer to', async () => {
  const first = await bring('purchases', WITH_ITEMS)
  await bring('purchase_returns', 'pedido;devolucao;data da devolucao;valor devolvido\nB;R-2;2026-03-10;10,00\n')
  expect(await startUndo(ctx, { importId: first.id })).toMatchObject({ ok: true })
  await runUndo(db(), first.id, { batchRows: 2 })
  expect((await allPurchases()).map(({ externalId }) => externalId)).toEqual(['B'])
  expect(await findImport(ctx, first.id)).toMatchObject({ undoFinishedAt: expect.any(Date) as Date })
})

it('gives corrected purchases their old values back', async () => {
  await bring('purchases', ORDERS)
  const corrected = await bring('purchases', ORDERS.replace('1.234,56', '1.300,00'))
  await startUndo(ctx, { importId: corrected.id })
  await runUndo(db(), corrected.id)
  expect((await allPurchases()).map(({ total }) => total)).toEqual([123456, 1000])
})

it('does not write while it shows a preview', async () => {
  const uploaded = await anUpload(ctx, ORDERS, 'compras.csv', 'purchases')
  await mapColumns(ctx, { importId: uploaded.id, source: 'loja', ...uploaded.mapping })
  const preview = await previewImport(ctx, (await getImport(ctx, uploaded.id))!)
  expect(preview!.totals).toMatchObject({ created: 2, rejected: 1, rows: 3 })
  expect(preview!.purchases[0]).toMatchObject({
    name: '1001',
    outcome: 'created',
    customer: { name: 'Maria Clara Antunes' },
  })
  expect(await allPurchases()).toEqual([])
})

it('finds customers by a second code of their source, and adds up a purchase whose rows differ by a minute', async () => {
  const people = 'unico;pedido;nome\nU-1;O-1;Ana Lima\nU-1;O-2;Ana Lima\nU-2;O-3;Rui Melo\nU-2;O-2;Rui Melo\n'
  const mapping = { externalId: 'unico', otherId: 'pedido', name: 'nome' }
  const imported = await aFinishedImport(ctx, people, { source: 'mercado', mapping, keepAttributes: false })
  expect(imported).toMatchObject({ created: 2, changed: 1, rejected: 1 })
  expect(await reasonsOf(imported.id)).toEqual([[4, 'rejected', 'ids_disagree']])
  const orders = `order id,order date,customer id,line,product,quantity,price
X,2026-03-01 10:00,O-1,1,Cup,1,1.00
X,2026-03-01 10:01,O-2,2,Pot,1,2.00
`
  const done = await bring('purchases', orders, 'mercado')
  expect(await reasonsOf(done.id)).toEqual([[2, 'noted', 'time_differs']])
  expect(await allPurchases()).toMatchObject([{ total: 300, purchasedAt: new Date('2026-03-01T13:00:00Z') }])
})
