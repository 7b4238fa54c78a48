import { eq, sql } from 'drizzle-orm'
import type { Page, Request } from 'playwright-core'
import { acceptances, auditEvents, documentKits, documents, imports, outbox, sends } from '@/db/schema'
import { aPdf } from '@/lib/pdf/hostile'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { aDocument, aJourney, aKit } from '@/lib/testing/documents'
import { aSend } from '@/lib/testing/sending'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function plantRecords() {
  const { id } = await aCustomer(db(), { name: 'Duda Duas Vezes' })
  const email = `${id}@example.com`
  await aPoint(db(), id, { value: email, normalized: email, matchKey: email, primaryAt: new Date() })
  const journey = await aJourney(db())
  const kit = await aKit(db(), id, { journeyId: journey.id })
  const document = await aDocument(db(), kit)
  const send = await aSend(db(), id, { address: email })
  return { id, kit, document, send }
}

type Planted = Awaited<ReturnType<typeof plantRecords>>

/** Counts the rows of a customer that a form can create. */
async function rowCounts(customerId: string) {
  const counts: number[] = []
  for (const table of [sends, outbox, acceptances, documentKits, documents, auditEvents]) {
    const [row] = await db()
      .select({ n: sql<number>`count(*)::int` })
      .from(table)
      .where(eq(table.customerId, customerId))
    counts.push(row!.n)
  }
  return counts
}

const added = (before: number[], after: number[]) => after.map((n, index) => n - before[index]!)

/** Presses a button but stops the POST of the browser. Returns a function that sends the same request. */
async function capturePost(page: Page, press: string) {
  const posted = new Promise<Request>((seen) =>
    page.route('**/*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      seen(route.request())
      await route.fulfill({ status: 204 })
    }),
  )
  await button(page, press).click({ noWaitAfter: true })
  const request = await posted
  const [url, type, data] = [request.url(), await request.headerValue('content-type'), request.postDataBuffer()!]
  await page.unroute('**/*')
  return () =>
    page.request.post(url, { headers: { 'content-type': type!, origin: process.env.APP_URL! }, data, maxRedirects: 0 })
}

const SENT_ONCE = [1, 1, 0, 0, 0, 1]
const SENT_BEFORE = 'Já tinha sido enviado'
const SAVED_BEFORE = 'Já tinha sido guardado'

type Fill = (page: Page) => Promise<unknown>
const withoutChanges: Fill = async () => undefined

it.each<[string, (planted: Planted) => string, Fill, string, number[], string]>([
  [
    '[D3] documents',
    ({ id, kit }) => `/customers/${id}/documents/resend?kit=${kit.id}`,
    withoutChanges,
    'Enviar',
    SENT_ONCE,
    SENT_BEFORE,
  ],
  [
    '[N4] a message',
    ({ id, send }) => `/customers/${id}/interactions/${send.id}`,
    withoutChanges,
    'Reenviar mensagem',
    SENT_ONCE,
    SENT_BEFORE,
  ],
  [
    '[A1] an acceptance',
    ({ id, document }) => `/customers/${id}/acceptances/new?document=${document.id}`,
    withoutChanges,
    'Enviar para aceite',
    [1, 1, 1, 0, 0, 2],
    SENT_BEFORE,
  ],
  [
    'a letter',
    ({ id }) => `/customers/${id}/documents/new?how=letter`,
    async (page) => (await page.getByLabel('Título').fill('Carta'), page.getByLabel('Texto').fill('Nada consta.')),
    'Criar documento',
    [0, 0, 0, 1, 1, 1],
    SAVED_BEFORE,
  ],
])('a form that is submitted twice without scripting sends once: %s', async (_, path, fill, press, rows, message) => {
  const planted = await plantRecords()
  const page = await open({ javaScriptEnabled: false })
  await signIn(page, 'agent', path(planted))
  await page.goto(path(planted))
  await fill(page)
  const post = await capturePost(page, press)
  const before = await rowCounts(planted.id)
  const answers = await Promise.all([post(), post()])
  const again = await post()
  expect([...answers, again].map((answer) => answer.status())).toEqual([303, 303, 303])
  expect(new Set([...answers, again].map((answer) => answer.headers().location)).size).toBe(1)
  expect(added(before, await rowCounts(planted.id))).toEqual(rows)
  await page.goto(again.headers().location!)
  await page.getByText(message).first().waitFor()
  await page.goto(path(planted))
  await fill(page)
  if (rows[2]) return
  await button(page, press).click()
  await page.waitForURL((url) => !path(planted).endsWith(url.pathname))
  expect(added(before, await rowCounts(planted.id))).toEqual(rows.map((n) => 2 * n))
})

it('a form with files that is submitted twice without scripting stores them once', async () => {
  const planted = await plantRecords()
  const page = await open({ javaScriptEnabled: false })
  const path = `/customers/${planted.id}/documents/new`
  await signIn(page, 'agent', path)
  const idempotencyKey = (await page.locator('input[name=idempotencyKey]').getAttribute('value'))!
  const before = await rowCounts(planted.id)
  const buffer = aPdf(2)
  const post = () =>
    page.request.post('/api/documents', {
      headers: { origin: process.env.APP_URL! },
      multipart: {
        customerId: planted.id,
        idempotencyKey,
        title: 'Contrato',
        files: { name: 'a.pdf', mimeType: 'application/pdf', buffer },
      },
      maxRedirects: 0,
    })
  await Promise.all([post(), post()])
  const again = await post()
  expect(added(before, await rowCounts(planted.id))).toEqual([0, 0, 0, 1, 1, 1])
  await page.goto(again.headers().location!)
  await page.getByText(SAVED_BEFORE).first().waitFor()
})

it('an import file that is submitted twice without scripting becomes one import', async () => {
  const page = await open({ javaScriptEnabled: false })
  await signIn(page, 'admin', '/imports/new')
  const idempotencyKey = (await page.locator('input[name=idempotencyKey]').getAttribute('value'))!
  const fileName = `duas-vezes-${newId()}.csv`
  const post = (text = 'nome;cpf\nDuda Duas Vezes;\n') =>
    page.request.post('/api/imports', {
      headers: { origin: process.env.APP_URL! },
      multipart: { idempotencyKey, file: { name: fileName, mimeType: 'text/csv', buffer: Buffer.from(text) } },
      maxRedirects: 0,
    })
  const answers = [...(await Promise.all([post(), post()])), await post()]
  expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1)
  expect(answers[0]!.headers().location).toMatch(/^\/imports\/[0-9a-f-]{36}$/)
  const stored = () => db().$count(imports, eq(imports.fileName, fileName))
  expect(await stored()).toBe(1)
  expect((await post('nome;cpf\nOutra Pessoa;\n')).headers().location).not.toBe(answers[0]!.headers().location)
  expect(await stored()).toBe(2)
})
