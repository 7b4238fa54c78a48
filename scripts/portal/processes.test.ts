import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/scripts/postgres/server'

jest.setTimeout(30_000)

const folder = mkdtempSync(path.join(tmpdir(), 'retrato-processes-'))
const program = path.join(folder, 'web.cjs')
writeFileSync(
  program,
  `if (process.argv[3] === 'wrong') process.exit(78)
require('node:http').createServer((_, answer) => answer.end(process.pid + ' ' + (process.env.WORKER ?? 'jobs'))).listen(Number(process.argv[2]), '127.0.0.1')
process.on('SIGTERM', () => setTimeout(() => process.exit(), 100))`,
)

let primary: ChildProcess | undefined
afterEach(() => void primary?.kill('SIGKILL'))
afterAll(() => rmSync(folder, { recursive: true }))

function start(port: number, ...args: string[]): ChildProcess {
  const { WORKER: _, ...env } = process.env
  return (primary = spawn(
    process.execPath,
    [path.join(__dirname, 'processes.mjs'), '2', program, String(port), ...args],
    { env: env as NodeJS.ProcessEnv, stdio: 'ignore' },
  ))
}

/** Sends requests until two processes have answered. Returns their pids; the first one runs the jobs. Answers of `except` do not count. */
async function bothPids(port: number, except?: number): Promise<number[]> {
  const seen = new Map<string, number>()
  while (seen.size < 2) {
    // A connection that a process accepted just before it was killed is never answered.
    const request = fetch(`http://127.0.0.1:${port}`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(1_000),
    })
    const body = await request.then((answer) => answer.text()).catch(() => '')
    const [pid, role] = body.split(' ')
    if (role && Number(pid) !== except) seen.set(role, Number(pid))
    await sleep(20)
  }
  return [seen.get('jobs')!, seen.get('off')!]
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('two processes share a port, one of them runs the jobs, and a killed one is replaced with the same role', async () => {
  const port = await freePort(0)
  const child = start(port)
  const [jobs, other] = await bothPids(port)
  process.kill(jobs!, 'SIGKILL')
  const [replacement] = await bothPids(port, jobs)
  expect(replacement).not.toBe(jobs)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect([replacement!, other!].filter(isAlive)).toEqual([])
})

test('all processes end when the primary is killed', async () => {
  const port = await freePort(0)
  const child = start(port)
  const both = await bothPids(port)
  child.kill('SIGKILL')
  for (let waited = 0; both.some(isAlive) && waited < 5_000; waited += 50) await sleep(50)
  expect(both.filter(isAlive)).toEqual([])
})

test('the primary exits with EX_CONFIG when the environment is invalid', async () => {
  expect(await once(start(await freePort(0), 'wrong'), 'exit')).toEqual([78, null])
})
