import { Agent, get } from 'node:http'
import type { BenchPortal } from './portal'
import { cpuOf } from './load'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** The paths one after the other over one connection: how long each took, and the mean of the CPU of each. */
export async function ask(portal: BenchPortal, paths: readonly string[]): Promise<{ walls: number[]; cpu: number }> {
  const before = cpuOf(portal.pid)
  const walls: number[] = []
  for (const path of paths) {
    const from = performance.now()
    await one(portal, path)
    walls.push(performance.now() - from)
  }
  return { walls, cpu: (cpuOf(portal.pid) - before) / paths.length }
}

function one({ origin, cookie }: BenchPortal, path: string): Promise<void> {
  const headers = { cookie: `${cookie.name}=${cookie.value}`, 'accept-encoding': 'gzip' }
  return new Promise((resolve, reject) => {
    get(new URL(path, origin), { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${response.statusCode} ${path}`))
      response.resume().once('end', resolve)
    }).once('error', reject)
  })
}
