import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import path from 'node:path'
import { NEXT } from '@/scripts/portal/build'
import { runNode } from '@/scripts/portal/run'
import type { BenchDatabase } from '../database'
import { load, type Load } from '../load'

export type Floor = { name: string; loads: Load[] }[]

const FLOORS = [
  { name: 'node:http, one keyed read', path: '/keyed' },
  { name: 'React alone, rows of the list', path: '/react' },
  { name: 'Next.js page, rows of the list', path: '/' },
]
const WARM_UP_SECONDS = 10

/** Measures a bare server, bare React and a bare Next.js page in this run, under the same loads as the portal's pages. */
export async function measureFloor(
  { appUrl, cluster }: BenchDatabase,
  loads: readonly { connections: number; seconds: number }[],
): Promise<Floor> {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const
  await runNode([NEXT, 'build', path.join(__dirname, 'next')], env, cluster.watchdog.watch)
  const server = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'server.tsx'), appUrl], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    cluster.watchdog.watch(server.pid!)
    const [origin] = (await once(createInterface(server.stdout), 'line')) as [string]
    const target = { origin, pid: server.pid!, cookie: { name: 'none', value: '' } }
    const paths = FLOORS.map((floor) => floor.path)
    await load(target, paths, 4, WARM_UP_SECONDS)
    const floor: Floor = []
    for (const { name, path: only } of FLOORS) {
      const measured = []
      for (const { connections, seconds } of loads) measured.push(await load(target, [only], connections, seconds))
      floor.push({ name, loads: measured })
    }
    return floor
  } finally {
    server.kill()
  }
}
