import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { cases, documentKits, notes } from '@/db/schema'
import { DAVI, JULIA, type DemoUser } from '@/lib/auth/demo-users'
import { aPdf } from '@/lib/pdf/hostile'
import { DEFAULT_STATES } from '@/lib/cases/default-states'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { aConversation } from '@/lib/testing/conversations'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { endSessionsOf, ownUserAgent } from './harness/end-session'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const TEXT = 'Ligou às 9h.\nPede retorno à tarde, "sem falta" & com calma.'
const LABEL = 'O que a próxima pessoa a atender precisa saber?'

async function enter(page: Page, user: DemoUser) {
  await page.getByText('Sua sessão terminou e nada foi enviado').waitFor()
  await page.getByLabel('E-mail').fill(user.email)
  await page.getByRole('textbox', { name: 'Senha' }).fill(user.password)
  await page.getByRole('button', { name: 'Entrar', exact: true }).click()
}

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('a form whose session has ended, %s', (_how, javaScriptEnabled) => {
  const typed = async () => {
    const { id } = await aCustomer(db(), { name: 'Sônia Sessão' })
    const userAgent = ownUserAgent()
    const page = await open({ javaScriptEnabled, userAgent })
    const path = `/customers/${id}/notes`
    await signIn(page, 'agent', path)
    await page.goto(path)
    await page.getByLabel(LABEL).fill(TEXT)
    await endSessionsOf(db(), userAgent)
    await page.getByRole('button', { name: 'Salvar nota' }).click()
    const rows = async () => (await db().select().from(notes).where(eq(notes.customerId, id))).map(({ body }) => body)
    return { id, page, path, rows }
  }

  it('[O10] gives the text back after sign-in, saves it once, and then forgets it', async () => {
    const { page, path, rows } = await typed()
    await enter(page, JULIA)
    await page.getByRole('alert').filter({ hasText: 'O que você digitou está aqui' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(path)
    expect(page.url()).not.toContain('Ligou')
    expect(await page.getByLabel(LABEL).inputValue()).toBe(TEXT)
    expect(await rows()).toEqual([])
    await page.getByRole('button', { name: 'Salvar nota' }).click()
    await page.getByRole('alert').filter({ hasText: 'O que você digitou está aqui' }).waitFor({ state: 'detached' })
    expect(await rows()).toEqual([TEXT])
    await page.goto(path)
    expect(await page.getByLabel(LABEL).inputValue()).toBe('')
  })

  it('[O10] shows the text to nobody else who signs in', async () => {
    const { id, page } = await typed()
    await enter(page, DAVI)
    await page.getByRole('heading', { name: 'Sônia Sessão' }).waitFor()
    await page.goto(`/customers/${id}/notes`)
    expect(await page.content()).not.toContain('Ligou')
  })

  it('[O10] gives back a long text with its other fields', async () => {
    const { id } = await aCustomer(db(), { name: 'Célia Carta' })
    const userAgent = ownUserAgent()
    const page = await open({ javaScriptEnabled, userAgent })
    const path = `/customers/${id}/documents/new?how=letter`
    await signIn(page, 'agent', path)
    await page.goto(path)
    const body = 'Prezada cliente, esta carta é longa. '.repeat(200)
    await page.getByLabel('Título').fill('Carta')
    await page.getByLabel('Texto').fill(body)
    await endSessionsOf(db(), userAgent)
    await page.getByRole('button', { name: 'Criar documento' }).click()
    await enter(page, JULIA)
    await page.getByRole('alert').filter({ hasText: 'O que você digitou está aqui' }).waitFor()
    expect(await page.getByLabel('Título').inputValue()).toBe('Carta')
    expect(await page.getByLabel('Texto').inputValue()).toBe(body)
    await page.getByRole('button', { name: 'Criar documento' }).click()
    await page.waitForURL((url) => url.search === '')
    expect(await db().select().from(documentKits).where(eq(documentKits.customerId, id))).toHaveLength(1)
  })
})

it('[O10] a form with files gives its texts back after sign-in, without scripting, and then forgets them', async () => {
  const { id } = await aCustomer(db(), { name: 'Ulisses Upload' })
  const userAgent = ownUserAgent()
  const page = await open({ javaScriptEnabled: false, userAgent })
  const path = `/customers/${id}/documents/new`
  await signIn(page, 'agent', path)
  const file = { name: 'a.pdf', mimeType: 'application/pdf', buffer: aPdf(1) }
  const press = () => page.getByRole('button', { name: 'Guardar documentos' }).click()
  await page.getByLabel('Título').fill('Contrato "A" & B')
  await page.getByLabel('Arquivos PDF').setInputFiles(file)
  await endSessionsOf(db(), userAgent)
  await press()
  expect(page.url()).not.toContain('Contrato')
  await enter(page, JULIA)
  await page.getByRole('alert').filter({ hasText: 'O que você digitou está aqui' }).waitFor()
  expect(await page.getByLabel('Título').inputValue()).toBe('Contrato "A" & B')
  await page.getByLabel('Arquivos PDF').setInputFiles(file)
  await press()
  await page.waitForURL((url) => url.pathname.endsWith('/documents'))
  expect(await db().select().from(documentKits).where(eq(documentKits.customerId, id))).toHaveLength(1)
  await page.goto(path)
  expect(await page.getByLabel('Título').inputValue()).toBe('')
})

it('[O10] a comment on a case and a reply to a customer come back after sign-in, without scripting', async () => {
  const { id } = await aCustomer(db(), { name: 'Rita Resposta' })
  await aPoint(db(), id, { value: 'rita@example.com', normalized: 'rita@example.com' })
  await aConversation(db(), id, { channel: 'email', address: 'rita@example.com' })
  const [caseId, createdBy] = [newId(), JULIA.id]
  await db()
    .insert(cases)
    .values({ customerId: id, id: caseId, subject: 'Troca', stateId: DEFAULT_STATES.new, createdBy })
  const userAgent = ownUserAgent()
  const page = await open({ javaScriptEnabled: false, userAgent })
  await signIn(page, 'agent')
  for (const [path, label, button] of [
    [`/customers/${id}/cases/${caseId}`, 'Novo comentário', 'Comentar'],
    [`/customers/${id}/conversations`, 'Sua resposta', 'Enviar resposta'],
  ] as const) {
    await page.goto(path)
    await page.getByLabel(label).fill(TEXT)
    await endSessionsOf(db(), userAgent)
    await page.getByRole('button', { name: button }).click()
    await enter(page, JULIA)
    await page.getByRole('alert').filter({ hasText: 'O que você digitou está aqui' }).waitFor()
    expect(await page.getByLabel(label).inputValue()).toBe(TEXT)
  }
})

it('[O10][K2] a new case with a file gives its long description back after sign-in, without scripting', async () => {
  const { id } = await aCustomer(db(), { name: 'Caio Caso' })
  const userAgent = ownUserAgent()
  const page = await open({ javaScriptEnabled: false, userAgent })
  await signIn(page, 'agent', `/customers/${id}/cases/new`)
  const description = 'A cliente não recebeu a nota fiscal. '.repeat(150)
  await page.getByLabel('Assunto').fill('Nota fiscal')
  await page.getByLabel('Descrição').fill(description)
  await page.getByLabel('Arquivos').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: aPdf(1) })
  await endSessionsOf(db(), userAgent)
  await page.getByRole('button', { name: 'Abrir caso' }).click()
  await enter(page, JULIA)
  await page.getByRole('alert').filter({ hasText: 'O que você digitou está aqui' }).waitFor()
  expect(await page.getByLabel('Descrição').inputValue()).toBe(description)
  await page.getByRole('button', { name: 'Abrir caso' }).click()
  await page.getByText('Caso aberto').first().waitFor()
  expect(await db().select().from(cases).where(eq(cases.customerId, id))).toMatchObject([
    { description: description.trim() },
  ])
})
