import { encode } from 'next-auth/jwt'
import type { Page } from 'playwright-core'
import { primaryOn } from '@/db/handles'
import type { Role } from '@/lib/access/permissions'
import { sessionCookieName } from '@/lib/access/session-cookie'
import { DEMO_USERS } from '@/lib/auth/demo-users'
import { startSession } from '@/lib/auth/sessions'
import { newId } from '@/lib/values/ids'
import { withClient } from '@/scripts/database/databases'

/**
 * Starts a session of the demo user of a role, gives the browser its cookie, and opens the requested page. The form of the sign-in page
 * is tested in `e2e/auth.e2e.ts`; here the hash of its password would take half a second of each test.
 */
export async function signIn(page: Page, role: Role, returnTo = '/customers'): Promise<void> {
  const user = DEMO_USERS.find((candidate) => candidate.role === role)!
  const sid = await newSession(user.id, await page.evaluate(() => navigator.userAgent))
  const name = sessionCookieName()
  const value = await encode({ token: { sid }, secret: process.env.AUTH_SECRET!, salt: name })
  await page.context().addCookies([{ name, value, url: process.env.APP_URL, httpOnly: true, sameSite: 'Lax' }])
  await page.goto(returnTo)
}

/** Returns the id of a new session of this user in the portal's database. */
const newSession = (userId: string, userAgent: string): Promise<string> =>
  withClient(process.env.TEST_DATABASE_URL!, (client) =>
    startSession(
      { db: primaryOn(client), now: new Date(), requestId: newId(), locale: 'pt-BR', ipAddress: null, userAgent },
      userId,
      'password',
    ),
  )
