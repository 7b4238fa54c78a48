import { migrateSchema } from '@/scripts/database/migrate-schema'
import { openOwner, type Owner } from '@/scripts/database/owner'
import { hasAdmin } from '@/scripts/database/has-admin'
import { runSeed } from '@/scripts/database/run-seed'
import { announce } from '@/scripts/portal/announce'
import { isDemo } from '@/scripts/portal/demo'
import { build, buildIsCurrent } from '@/scripts/portal/build'
import { bundleServer } from '@/scripts/portal/bundle-server'
import { webEnvironment } from '@/scripts/portal/environment'
import { endOrphans, recordWeb } from '@/scripts/portal/orphans'
import { webPort } from '@/scripts/portal/port'
import type { Environment } from '@/scripts/portal/run'
import { type Mode, startWeb, stopWeb, type Web, webReady } from '@/scripts/portal/web'
import { CliError } from '@/scripts/cli-error'
import { isLoopbackHost } from '@/lib/http/loopback'
import { step } from '@/scripts/progress'
import { secrets } from '@/scripts/secrets'

/** How often the launcher checks whether the database server is still running. If not, it starts the server again. */
const CHECK_MS = 2_000

export type Closer = () => Promise<void>

/**
 * Opens the database, migrates it, loads the demo data, builds, and starts the web server. Resolves when the portal is ready.
 * Each step adds its closer as soon as there is something to close, so that the launcher can stop at any moment.
 */
export async function openPortal(mode: Mode, closers: Closer[]): Promise<Web> {
  console.log('Retrato')
  const demo = isDemo({ argv: process.argv, demo: process.env.DEMO, databaseUrl: process.env.DATABASE_URL })
  const host = process.env.HOST || '127.0.0.1'
  if (demo && !isLoopbackHost(host))
    throw new CliError(
      `Demo users have a published password, so a demo is not served on HOST=${host}. Use npm start for your own data.`,
    )
  await endOrphans()
  const owner = await step('Database', openOwner, describe)
  closers.push(owner.release)
  const own = secrets()
  const role = await step('Schema', () => migrateSchema(owner.url, own.appRolePassword))
  const port = await webPort(host)
  const appUrl = process.env.APP_URL ?? `http://localhost:${port}`
  const env = webEnvironment({ appUrl, databaseUrl: role.url, demo, secrets: own })
  await prepare(mode, demo, env, owner)
  const web = startWeb(mode, host, port, env, 'inherit')
  owner.watch(web.pid)
  const forget = recordWeb(web.pid)
  closers.push(() => stopWeb(web).then(forget))
  await step('Web server', () => webReady(web, `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`))
  announce({ appUrl, demo, hasAdmin: await hasAdmin(owner.url) })
  closers.push(keepAlive(owner))
  return web
}

function keepAlive(owner: Owner): Closer {
  let revival = Promise.resolve()
  const timer = setInterval(() => (revival = owner.revive().catch(() => undefined)), CHECK_MS)
  return () => {
    clearInterval(timer)
    return revival
  }
}

/** Loads the demo data and builds. On a first start both run at the same time, because neither keeps two cores busy. */
async function prepare(mode: Mode, demo: boolean, env: Environment, owner: Owner): Promise<void> {
  const key = env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? ''
  const seed = () => (demo ? runSeed(owner.url, env, owner.watch) : Promise.resolve(null))
  const label = 'Production build (once per version; one to four minutes, depending on the machine)'
  if (mode === 'start' && !buildIsCurrent(key)) {
    const work = () => Promise.all([seed(), build(env, key, owner.watch)])
    await step(demo ? `Demo data and ${label}` : label, work, ([output]) =>
      [output, 'Production build'].filter(Boolean).join('; '),
    )
    return
  }
  if (demo) await step('Demo data', seed, (output) => output ?? '')
  if (mode === 'dev') await bundleServer('dev')
}

function describe(owner: Owner): string {
  return owner.embedded ? 'Database: embedded Postgres' : 'Database: the server of DATABASE_URL'
}
