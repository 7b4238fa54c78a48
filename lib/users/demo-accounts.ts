import { and, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/handles'
import { users } from '@/db/schema'
import { DEMO_USERS } from '@/lib/auth/demo-users'
import { isLoopbackHost } from '@/lib/http/loopback'

const DEMO_IDS = DEMO_USERS.map(({ id }) => id)

type Start = { host: string; appUrl: string; isDemo: boolean }

/**
 * Returns why the portal must not start, or null: it has demo users, who all have a published password, and other machines could reach its
 * sign-in page, at `host` or through a proxy at `appUrl`.
 */
export async function demoAccountsFault(db: Reader, { host, appUrl, isDemo }: Start): Promise<string | null> {
  const exposed = !isLoopbackHost(host) ? `HOST=${host}` : !isLoopbackHost(new URL(appUrl).hostname) ? appUrl : null
  if (!exposed || !(isDemo || (await hasDemoAccounts(db)))) return null
  return [
    `Demo users have a published password, and other machines can reach ${exposed}.`,
    'Serve a demo on 127.0.0.1 only. To serve your own data, see "Without the demo" in docs/operations.md.',
  ].join('\n')
}

async function hasDemoAccounts(db: Reader): Promise<boolean> {
  const active = and(inArray(users.id, DEMO_IDS), isNotNull(users.passwordHash), isNull(users.deactivatedAt))
  return (await db.select({ id: users.id }).from(users).where(active).limit(1)).length > 0
}
