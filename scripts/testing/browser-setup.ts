import { mkdirSync, openSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { aCertificate } from '@/lib/testing/certificate'
import { REPO_ROOT } from '@/scripts/repo-root'
import { findBrowser } from '@/scripts/browser/find'
import { ensureDatabase } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { runSeed } from '@/scripts/database/run-seed'
import { build, buildIsCurrent } from '@/scripts/portal/build'
import { webEnvironment } from '@/scripts/portal/environment'
import { startWeb, stopWeb, type Web, webReady } from '@/scripts/portal/web'
import { type Cluster, openThrowawayCluster } from '@/scripts/postgres/cluster'
import { freePort } from '@/scripts/postgres/server'
import { freshSecrets, secrets } from '@/scripts/secrets'
import { ensurePdfPrograms } from '@/lib/testing/pdf-programs'

const DATABASE = 'retrato'
/** A copy of the database with the demo data alone, for the tests of the demo data. */
const DEMO_DATABASE = 'retrato_demo'
const shared = globalThis as typeof globalThis & { retratoPortal?: { cluster: Cluster; web: Web } }

/** Starts a portal for the browser tests: a throwaway database with the demo data, the production build, a free port and a browser. */
export default async function setup(): Promise<void> {
  ensurePdfPrograms()
  const browser = await findBrowser()
  console.log(`\n${browser.version}, from ${browser.from}`)
  const cluster = await openThrowawayCluster()
  await ensureDatabase(cluster.url('postgres'), DATABASE)
  // The build contains the key of the actions, so this secret alone is shared with the portal of this checkout.
  const own = { ...freshSecrets(), actionsKey: secrets().actionsKey }
  const role = await migrateSchema(cluster.url(DATABASE), own.appRolePassword)
  const port = await freePort(0)
  const appUrl = `http://localhost:${port}`
  const env = {
    ...webEnvironment({ appUrl, databaseUrl: role.url, demo: true, secrets: own }),
    ...sealEnvironment(cluster.dir),
    RETRATO_DATA: cluster.dir,
    LOG_LEVEL: 'warn',
    // Pairs that appear while a test runs would change its pages.
    FIND_DUPLICATES: 'off',
  }
  const { watch } = cluster.watchdog
  // Neither the seeding nor the build uses two cores all the time.
  const [seededAt] = await Promise.all([
    runSeed(cluster.url(DATABASE), env, watch).then(() => new Date().toISOString()),
    buildIsCurrent(own.actionsKey) ? null : build(env, own.actionsKey, watch),
  ])
  await ensureDatabase(cluster.url('postgres'), DEMO_DATABASE, DATABASE)
  const web = startWeb('start', '127.0.0.1', port, env, logFile())
  cluster.watchdog.watch(web.pid)
  shared.retratoPortal = { cluster, web }
  await webReady(web, appUrl)
  Object.assign(process.env, env, {
    TEST_OWNER_URL: cluster.url(DATABASE),
    TEST_DATABASE_URL: role.url,
    TEST_DEMO_URL: cluster.url(DEMO_DATABASE),
    TEST_DEMO_SEEDED_AT: seededAt,
    E2E_BROWSER: JSON.stringify(browser),
  })
}

export async function teardown(): Promise<void> {
  const portal = shared.retratoPortal
  if (!portal) return
  await stopWeb(portal.web)
  await portal.cluster.watchdog.release()
}

/** Creates a self-signed certificate for the seal on PDFs, and returns the variables that name it. */
function sealEnvironment(dir: string): Record<string, string> {
  const [SEAL_CERTIFICATE, SEAL_PASSWORD] = [path.join(dir, 'seal.p12'), 'a seal for this run']
  writeFileSync(SEAL_CERTIFICATE, aCertificate(SEAL_PASSWORD).p12)
  return { SEAL_CERTIFICATE, SEAL_PASSWORD }
}

function logFile(): number {
  const folder = path.join(REPO_ROOT, 'test-results')
  mkdirSync(folder, { recursive: true })
  return openSync(path.join(folder, 'web.log'), 'w')
}
