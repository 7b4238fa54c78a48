import { encode } from 'next-auth/jwt'
import { mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { sessions, users } from '@/db/schema'
import { daysAfter } from '@/lib/values/days'
import { newId } from '@/lib/values/ids'
import { REPO_ROOT } from '@/scripts/repo-root'
import { build, buildIsCurrent } from '@/scripts/portal/build'
import { webEnvironment } from '@/scripts/portal/environment'
import { startWeb, stopWeb, webReady } from '@/scripts/portal/web'
import { freePort } from '@/scripts/postgres/server'
import { secrets } from '@/scripts/secrets'
import { connect } from './connection'
import type { BenchDatabase } from './database'

const COOKIE = 'retrato-session'

export type BenchPortal = {
  origin: string
  pid: number
  cookie: { name: string; value: string }
  close: () => Promise<void>
}

/** Starts the production build on the benchmark's database. `cookie` is the session of an agent. */
export async function openBenchPortal(bench: BenchDatabase): Promise<BenchPortal> {
  const own = secrets()
  const port = await freePort(0)
  const origin = `http://localhost:${port}`
  const env = {
    ...webEnvironment({ appUrl: origin, databaseUrl: bench.appUrl, demo: false, secrets: own }),
    WORKER: 'off',
    LOG_LEVEL: 'warn',
  }
  if (!buildIsCurrent(own.actionsKey)) {
    console.error('Building the portal.')
    await build(env, own.actionsKey, bench.cluster.watchdog.watch)
  }
  const web = startWeb('start', '127.0.0.1', port, env, logFile())
  bench.cluster.watchdog.watch(web.pid)
  await webReady(web, origin)
  const cookie = { name: COOKIE, value: await createSession(bench.appUrl, own.authSecret) }
  return { origin, pid: web.pid, cookie, close: () => stopWeb(web) }
}

async function createSession(appUrl: string, authSecret: string): Promise<string> {
  const { db, close } = await connect(appUrl)
  const [userId, sessionId] = [newId(), newId()]
  await db
    .insert(users)
    .values({ id: userId, name: 'Bench', email: `${userId}@staff.example`, role: 'agent', scope: 'all' })
  await db.insert(sessions).values({ id: sessionId, userId, expiresAt: daysAfter(new Date(), 1) })
  await close()
  return encode({ token: { sid: sessionId }, secret: authSecret, salt: COOKIE })
}

function logFile(): number {
  const folder = path.join(REPO_ROOT, 'bench/out')
  mkdirSync(folder, { recursive: true })
  return openSync(path.join(folder, 'web.log'), 'w')
}
