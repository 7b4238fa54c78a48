import type { Page } from 'playwright-core'
import { DEMO_USERS } from '@/lib/auth/demo-users'
import type { Role } from '@/lib/access/permissions'

/** Signs in through the form as the demo user of a role, and waits for the requested page. */
export async function signIn(page: Page, role: Role, returnTo = '/customers'): Promise<void> {
  const user = DEMO_USERS.find((u) => u.role === role)!
  await page.goto(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
  await page.getByLabel('E-mail').fill(user.email)
  await page.getByLabel('Senha').fill(user.password)
  await page.getByRole('button', { name: 'Entrar', exact: true }).click()
  await page.waitForURL((url) => url.pathname === new URL(returnTo, url).pathname)
}
