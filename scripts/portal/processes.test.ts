import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bindable } from '@/scripts/postgres/server'

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

/** Sends requests over new connections until two processes have answered. Returns their pids, the one with the jobs first. */
async function bothOn(port: number, without?: number): Promise<number[]> {
  const seen = new Map<string, number>()
  while (seen.size < 2) {
    // A connection that a process accepted just before it was killed is never answered.
    const asked = fetch(`http://127.0.0.1:${port}`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(1_000),
    })
    const said = await asked.then((answer) => answer.text()).catch(() => '')
    const [pid, role] = said.split(' ')
    if (role && Number(pid) !== without) seen.set(role, Number(pid))
    await sleep(20)
  }
  return [seen.get('jobs')!, seen.get('off')!]
}

const lives = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('two processes answer on one port, one of them for the jobs; a killed one is started again with the same role', async () => {
  const port = await bindable(0)
  const child = start(port)
  const [jobs, other] = await bothOn(port)
  process.kill(jobs!, 'SIGKILL')
  const [again] = await bothOn(port, jobs)
  expect(again).not.toBe(jobs)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect([again!, other!].filter(lives)).toEqual([])
})

test('they end when the primary is killed', async () => {
  const port = await bindable(0)
  const child = start(port)
  const both = await bothOn(port)
  child.kill('SIGKILL')
  for (let waited = 0; both.some(lives) && waited < 5_000; waited += 50) await sleep(50)
  expect(both.filter(lives)).toEqual([])
})

test('the primary ends when the environment is wrong', async () => {
  expect(await once(start(await bindable(0), 'wrong'), 'exit')).toEqual([78, null])
})
