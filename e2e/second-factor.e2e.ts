import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { outbox, users } from '@/db/schema'
import { hashPassword } from '@/lib/auth/passwords'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'

const browser = useBrowser()
const { db } = usePortalDatabase()
const PASSWORD = 'um gato azul dorme'

async function aUser(): Promise<string> {
  const email = `${newId()}@example.com`
  const passwordHash = await hashPassword(PASSWORD)
  await db().insert(users).values({ id: newId(), name: 'Bia Nunes', email, role: 'agent', scope: 'all', passwordHash })
  return email
}

async function submitPassword(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Senha', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Entrar', exact: true }).click()
}

async function submitCode(page: Page, code: string) {
  await page.getByLabel('Código').fill(code)
  await page.getByRole('button', { name: 'Entrar', exact: true }).click()
}

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('the second factor, %s', (_how, javaScriptEnabled) => {
  it('[O1] is turned on with the app, asked for at sign-in, and opens the requested page', async () => {
    const email = await aUser()
    const page = await browser.page({ javaScriptEnabled })
    await page.goto('/account')
    await submitPassword(page, email)
    await page.getByRole('button', { name: 'Ativar' }).click()
    const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
    const app = new TOTP({ secret: Secret.fromBase32(secret) })
    await page.getByRole('img', { name: /Código QR/ }).waitFor()
    await page.getByLabel('Sua senha').fill(PASSWORD)
    await page.getByLabel('Código de seis dígitos').fill(app.generate())
    await page.getByRole('button', { name: 'Ativar verificação' }).click()
    await page.getByText('Guarde seus códigos de recuperação').waitFor()
    const recovery = await page
      .getByRole('listitem')
      .filter({ hasText: /^\w{5}-\w{5}$/ })
      .allInnerTexts()
    expect(recovery).toHaveLength(10)

    const other = await browser.page({ javaScriptEnabled })
    await other.goto('/account')
    await submitPassword(other, email)
    await other.getByRole('heading', { name: 'Confirme que é você' }).waitFor()
    await other.goto('/customers')
    expect(new URL(other.url()).pathname).toBe('/sign-in')
    await other.goto('/sign-in/code?returnTo=/account')
    await submitCode(other, '000000')
    await other.getByText('O código não confere').first().waitFor()
    await submitCode(other, recovery[0]!)
    await other.waitForURL('**/account')
    await other.getByText('9 códigos').waitFor()
  })
})

it('[O1] sets a forgotten password through a mailed link, and asks for no session in between', async () => {
  const email = await aUser()
  const page = await browser.page({ javaScriptEnabled: false })
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Esqueci minha senha' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Enviar link' }).click()
  await page.getByText('Confira seu e-mail').first().waitFor()
  const mails = await db().select().from(outbox).where(eq(outbox.kind, 'password_reset'))
  const text = mails.find(({ payload }) => payload?.to === email)!.payload!.text
  await page.goto(/http\S+\/invitation\/\S+/.exec(text)![0])
  await page.getByLabel('Nova senha').fill('Senha12345')
  await page.getByLabel('Repita a senha').fill('Senha12345')
  await page.getByRole('button', { name: 'Criar senha' }).click()
  await page.getByText('Esta senha é fácil de adivinhar').first().waitFor()
  await page.getByLabel('Nova senha').fill('outra frase bem minha')
  await page.getByLabel('Repita a senha').fill('outra frase bem minha')
  await page.getByRole('button', { name: 'Criar senha' }).click()
  await page.waitForURL('**/sign-in')
  await submitPassword(page, email, 'outra frase bem minha')
  await page.waitForURL('**/customers')
})

it('[O1] asks the browser to delete its copies at sign-out, and says when a session has ended', async () => {
  const email = await aUser()
  const page = await browser.page({ javaScriptEnabled: false })
  await page.goto('/account')
  await submitPassword(page, email)
  await page.waitForURL('**/account')
  await db().execute(`update sessions set last_seen_at = now() - interval '61 minutes'
    where user_id = (select id from users where email = '${email}')`)
  await page.goto('/account')
  await page.getByText('Sua sessão terminou').waitFor()
  await submitPassword(page, email)
  await page.waitForURL('**/account')
  await page.getByRole('button', { name: /Bia Nunes/ }).click()
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Sair' }).click()
  expect((await (await answered).allHeaders())['clear-site-data']).toBe('"cache", "storage"')
  await page.waitForURL('**/sign-in')
  expect(await page.getByText('Sua sessão terminou').count()).toBe(0)
})
