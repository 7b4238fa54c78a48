import { Agent, get } from 'node:http'
import type { BenchPortal } from './portal'
import { cpuOf } from './load'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** Requests the paths one after the other over one connection. Returns the milliseconds of each and the mean CPU milliseconds. */
export async function ask(
  portal: Pick<BenchPortal, 'origin' | 'pid' | 'cookie'>,
  paths: readonly string[],
): Promise<{ walls: number[]; cpu: number }> {
  const before = cpuOf(portal.pid)
  const walls: number[] = []
  const cookie = `${portal.cookie.name}=${portal.cookie.value}`
  for (const path of paths) {
    const from = performance.now()
    await bodyOf(new URL(path, portal.origin), cookie)
    walls.push(performance.now() - from)
  }
  return { walls, cpu: (cpuOf(portal.pid) - before) / paths.length }
}

/** Returns the body as the server sent it, compressed with gzip. @throws Error for any status except 200. */
export function bodyOf(url: URL, cookie = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie, 'accept-encoding': 'gzip' } }, (response) =>
      response.statusCode === 200
        ? response.toArray().then((chunks) => resolve(Buffer.concat(chunks)), reject)
        : reject(new Error(`${response.statusCode} ${url.href}`)),
    ).once('error', reject)
  })
}
