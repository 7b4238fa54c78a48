import { webReady, startWeb } from '@/scripts/portal/web'
import type { Environment, Output } from '@/scripts/portal/run'
import { startWatchdog } from '@/scripts/postgres/start-watchdog'

export type OwnPortal = { url: string; stop: () => Promise<void> }

/** Starts a portal beside the shared one. It ends with this process, even if this process is killed. */
export async function ownPortal(port: number, env: Environment, output: Output): Promise<OwnPortal> {
  const url = `http://localhost:${port}`
  const watchdog = await startWatchdog(process.env.RETRATO_DATA ?? '', 'remove')
  const web = startWeb(
    'start',
    '127.0.0.1',
    port,
    { ...process.env, WORKER: 'off', ...env, APP_URL: url, AUTH_URL: url },
    output,
  )
  watchdog.watch(web.pid)
  await webReady(web, url)
  return { url, stop: watchdog.release }
}
