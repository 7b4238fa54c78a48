import type { Page } from 'playwright-core'
import { DEMO_USERS } from '@/lib/auth/demo-users'
import type { Role } from '@/lib/access/permissions'

/**
 * Signs in as the demo user of a role, and opens the requested page. Sends the form of the sign-in page as a browser without scripting
 * does, but draws no page for it: that would take a large part of each test.
 */
export async function signIn(page: Page, role: Role, returnTo = '/customers'): Promise<void> {
  const { email, password } = DEMO_USERS.find((u) => u.role === role)!
  const form = await page.request.get('/sign-in')
  const answer = await page.request.post('/sign-in', {
    multipart: { ...hiddenFields(await form.text()), email, password, returnTo },
    headers: { origin: new URL(form.url()).origin },
    maxRedirects: 0,
  })
  if (answer.status() !== 303) throw new Error(`The ${role} could not sign in: ${answer.status()}`)
  await page.goto(returnTo)
}

/** The hidden fields of the first form, which name its server action. */
function hiddenFields(html: string): Record<string, string> {
  const form = /<form[^]*?<\/form>/.exec(html)?.[0] ?? ''
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)
  return Object.fromEntries([...inputs].map(([, name, value = '']) => [name!, value.replaceAll('&quot;', '"')]))
}
