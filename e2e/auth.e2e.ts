import { and, desc, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { DEMO_USERS, HELENA, RAFAEL } from '@/lib/auth/demo-users'
import { auditEvents, users } from '@/db/schema'
import { SYSTEM_CHAIN } from '@/lib/audit/events'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const browser = useBrowser()
const { db } = usePortalDatabase()
const plain = { javaScriptEnabled: false }
const PASSWORD = 'uma senha bem longa'
const pathOf = (page: Page) => new URL(page.url()).pathname

/** Invites a user as the demo's admin, and sets the user's password through the link of the invitation. */
async function invite(admin: Page, name: string): Promise<{ email: string; userId: string }> {
  const email = `${newId()}@example.com`
  await admin.goto('/users/new')
  await admin.getByLabel('Nome', { exact: true }).fill(name)
  await admin.getByLabel('E-mail', { exact: true }).fill(email)
  await admin.getByLabel('Perfil').selectOption('seller')
  expect(await admin.getByRole('radio', { checked: true }).count()).toBe(0)
  await admin.getByLabel('Todos os clientes').check()
  await admin.getByRole('button', { name: 'Criar convite' }).click()
  await admin.waitForURL(/\/users\/[0-9a-f-]{36}$/)
  const link = await admin.getByLabel('Link do convite').inputValue()
  const guest = await browser.page(plain)
  await guest.goto(link)
  await guest.getByLabel('Nova senha').fill(PASSWORD)
  await guest.getByLabel('Repita a senha').fill(PASSWORD)
  await guest.getByRole('button', { name: 'Criar senha' }).click()
  await guest.waitForURL('**/sign-in')
  await guest.goto(link)
  await guest.getByText('Este convite não vale mais').first().waitFor()
  return { email, userId: pathOf(admin).split('/').at(-1)! }
}

async function submitSignIn(page: Page, email: string, password: string) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Senha').fill(password)
  await page.getByRole('button', { name: 'Entrar', exact: true }).click()
}

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('sign-in, %s', (_how, javaScriptEnabled) => {
  it('[O1] keeps the e-mail but not the password after a wrong password, and then opens the requested page', async () => {
    const page = await browser.page({ javaScriptEnabled })
    await page.goto('/account')
    await page.getByLabel('E-mail').fill(RAFAEL.email)
    await page.getByLabel('Senha').fill('errada')
    await page.getByRole('button', { name: 'Entrar', exact: true }).click()
    await page.getByText('E-mail ou senha não conferem.').waitFor()
    expect(await page.getByLabel('E-mail').inputValue()).toBe(RAFAEL.email)
    expect(await page.content()).not.toContain('errada')
    await page.getByLabel('Senha').fill(RAFAEL.password)
    await page.getByRole('button', { name: 'Entrar', exact: true }).click()
    await page.waitForURL('**/account')
    await page.getByRole('heading', { name: 'Minha conta' }).waitFor()
  })

  it('[O1] signs each demo user in with one click', async () => {
    for (const { name } of DEMO_USERS) {
      const page = await browser.page({ javaScriptEnabled })
      await page.goto('/sign-in?returnTo=/account')
      await page.getByRole('button', { name: `Entrar como ${name.split(' ')[0]}` }).click()
      await page.waitForURL('**/account')
      expect(await page.getByLabel('Nome', { exact: true }).inputValue()).toBe(name)
    }
  })

  it('[O1] says how long to wait after five failures', async () => {
    const page = await browser.page({ javaScriptEnabled })
    const email = `${newId()}@example.com`
    for (let i = 0; i < 5; i++) {
      await submitSignIn(page, email, 'errada')
      await page.getByText('E-mail ou senha não conferem.').waitFor()
    }
    await submitSignIn(page, email, 'errada')
    await page.getByText(/Muitas tentativas\. Aguarde 1[45] minutos/).waitFor()
  })
})

it.each(['//evil.example/x', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  '[O1] does not redirect to %s after signing in, but to the first page of the role',
  async (returnTo) => {
    const page = await browser.page(plain)
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
    await page.getByRole('button', { name: 'Entrar como Rafael' }).click()
    await page.waitForURL((url) => url.pathname === '/agenda')
    expect(new URL(page.url()).origin).toBe(process.env.APP_URL)
  },
)

it('[O1] signs out, and the old cookie is not accepted any more', async () => {
  const context = await browser.context(plain)
  const page = await context.newPage()
  await signIn(page, 'viewer', '/account')
  const cookies = await context.cookies()
  await page.getByRole('button', { name: /Davi Nakamura/ }).click()
  await page.getByRole('button', { name: 'Sair' }).click()
  await page.waitForURL('**/sign-in')
  await context.addCookies(cookies)
  await page.goto('/account')
  expect(pathOf(page)).toBe('/sign-in')
})

it('[O1] invites a person, ends their session when their role changes, and refuses them after deactivation', async () => {
  const admin = await browser.page(plain)
  await signIn(admin, 'admin', '/users')
  const { email, userId } = await invite(admin, 'Bia Nunes')
  const bia = await browser.page(plain)
  await submitSignIn(bia, email, PASSWORD)
  await bia.waitForURL('**/agenda')

  await admin.goto(`/users/${userId}`)
  await admin.getByLabel('Perfil').selectOption('viewer')
  await admin.getByRole('button', { name: 'Salvar' }).click()
  await admin.getByText('Alterações salvas').waitFor()
  await bia.goto('/account')
  expect(pathOf(bia)).toBe('/sign-in')

  await submitSignIn(bia, email, PASSWORD)
  await bia.waitForURL('**/customers')
  await admin.getByRole('button', { name: 'Desativar' }).first().click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Desativar' }).click()
  await admin.getByText('Usuário desativado').first().waitFor()
  await bia.goto('/account')
  expect(pathOf(bia)).toBe('/sign-in')
  await submitSignIn(bia, email, PASSWORD)
  await bia.getByText('E-mail ou senha não conferem.').waitFor()
})

it('[O1] shows the chosen language from the next page on', async () => {
  const admin = await browser.page(plain)
  await signIn(admin, 'admin', '/users')
  const { email } = await invite(admin, 'Inés Ríos')
  const page = await browser.page(plain)
  await submitSignIn(page, email, PASSWORD)
  await page.goto('/account')
  await page.getByLabel('Idioma do portal').selectOption('es')
  await page.getByRole('button', { name: 'Salvar' }).click()
  await page.getByRole('heading', { name: 'Mi cuenta' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('es')
})

it('[O1] refuses to change the role of the last active administrator', async () => {
  const admin = await browser.page(plain)
  await signIn(admin, 'admin', '/users')
  const [me] = await db().select({ id: users.id }).from(users).where(eq(users.email, HELENA.email))
  await admin.goto(`/users/${me!.id}`)
  await admin.getByLabel('Perfil').selectOption('viewer')
  await admin.getByRole('button', { name: 'Salvar' }).click()
  await admin.getByText('Esta é a última pessoa ativa na administração.').first().waitFor()
})

it('[O1] refuses a page that the role does not allow, and the audit shows the attempt', async () => {
  const seller = await browser.page(plain)
  await signIn(seller, 'seller', '/account')
  const answer = await seller.goto('/users')
  expect(answer?.status()).toBe(403)
  await seller.getByText('Seu perfil não permite esta ação').first().waitFor()
  const [denied] = await db()
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.customerId, SYSTEM_CHAIN),
        eq(auditEvents.actorId, RAFAEL.id),
        eq(auditEvents.event, 'access.denied'),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(1)
  expect(denied).toMatchObject({
    event: 'access.denied',
    actorId: RAFAEL.id,
    details: JSON.stringify({ wanted: 'users.manage' }),
  })

  const auditor = await browser.page(plain)
  await signIn(auditor, 'compliance', '/audit')
  await auditor.getByLabel('O que').selectOption({ label: 'Acesso negado' })
  await auditor.getByLabel('Quem').selectOption({ label: RAFAEL.name })
  await auditor.getByRole('button', { name: 'Filtrar' }).click()
  await auditor
    .getByRole('row')
    .filter({ hasText: RAFAEL.name })
    .filter({ hasText: 'administrar usuários' })
    .first()
    .waitFor()
})
