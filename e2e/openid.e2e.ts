import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { and, desc, eq, like } from 'drizzle-orm'
import { JULIA } from '@/lib/auth/demo-users'
import { auditEvents } from '@/db/schema'
import { SYSTEM_CHAIN } from '@/lib/audit/events'
import { REPO_ROOT } from '@/scripts/repo-root'
import { freePort } from '@/scripts/postgres/server'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { type OwnPortal, ownPortal } from './harness/own-portal'

const browser = useBrowser()
const { db } = usePortalDatabase()

let [portal, provider] = [null as unknown as OwnPortal, null as unknown as ChildProcess]
let appUrl = ''

/** Starts a second portal on the same database, and an OpenID provider for it. */
beforeAll(async () => {
  const [port, providerPort] = [await freePort(0), await freePort(0)]
  appUrl = `http://localhost:${port}`
  const args = [
    path.join(REPO_ROOT, 'e2e/harness/openid-provider.mjs'),
    'retrato',
    'a secret between the two',
    `${appUrl}/api/auth/callback/oidc`,
  ]
  provider = spawn(process.execPath, args, {
    env: { ...process.env, OPENID_PORT: String(providerPort) },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(provider.stdout!, 'data')
  const oidc = {
    OIDC_ISSUER: `http://127.0.0.1:${providerPort}`,
    OIDC_CLIENT_ID: 'retrato',
    OIDC_CLIENT_SECRET: 'a secret between the two',
    OIDC_NAME: 'Empresa ID',
  }
  portal = await ownPortal(port, oidc, 'inherit')
}, 120_000)

afterAll(async () => {
  await portal.stop()
  provider.stdin!.end()
  await once(provider, 'exit')
})

async function signInByProvider(email: string) {
  const page = await browser.page({ javaScriptEnabled: false, baseURL: appUrl })
  await page.goto('/sign-in?returnTo=/account')
  await page.getByRole('link', { name: 'Entrar com Empresa ID' }).click()
  await page.locator('input[name=login]').fill(email)
  await page.locator('input[name=password]').fill('anything')
  await page.locator('button[type=submit]').click()
  await page.locator('button[type=submit]').click()
  await page.waitForURL(`${appUrl}/**`)
  return page
}

/** Returns the newest event of a sign-in by OpenID. Other tests sign in with passwords at the same time. */
const lastEvent = async () =>
  (
    await db()
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.customerId, SYSTEM_CHAIN), like(auditEvents.details, '%"oidc"%')))
      .orderBy(desc(auditEvents.seq))
      .limit(1)
  )[0]

it('[O1] signs in the active user with this verified e-mail, and opens the requested page', async () => {
  const page = await signInByProvider(JULIA.email)
  expect(new URL(page.url()).pathname).toBe('/account')
  expect(await page.getByLabel('Nome', { exact: true }).inputValue()).toBe(JULIA.name)
  expect(await lastEvent()).toMatchObject({ event: 'session.started', actorId: JULIA.id, details: '{"method":"oidc"}' })
})

it.each([
  ['an unknown e-mail', 'fulano@example.com', 'unknown'],
  ['an e-mail that is not verified', `unverified+${JULIA.email}`, 'email_not_verified'],
])('[O1] refuses %s with a message', async (_case, email, reason) => {
  const page = await signInByProvider(email)
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await page.getByText('não há um usuário ativo com esse e-mail').waitFor()
  const event = await lastEvent()
  expect(event).toMatchObject({ event: 'session.refused', actorId: null })
  expect(JSON.parse(event!.details!)).toEqual({ reason, method: 'oidc' })
})

it('[O1] offers no sign-in by OpenID if no provider is configured', async () => {
  const page = await browser.page({ javaScriptEnabled: false })
  await page.goto('/sign-in')
  expect(await page.getByRole('link', { name: /Entrar com/ }).count()).toBe(0)
  await page.goto('/api/auth/openid')
  expect(new URL(page.url()).pathname).toBe('/sign-in')
})
