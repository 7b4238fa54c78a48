import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { attachments, stagedFiles } from '@/db/schema'
import { aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { REPO_ROOT } from '@/scripts/repo-root'
import { sweepAll } from '@/server/sweep'

const folder = mkdtempSync(path.join(os.tmpdir(), 'retrato-killed-upload-'))
const temporary = path.join(folder, 'tmp')
const uploads = path.join(folder, 'uploads')
for (const one of [temporary, uploads]) mkdirSync(one)
process.env.RETRATO_DATA = folder
jest.spyOn(os, 'tmpdir').mockReturnValue(temporary)
const { pool, url } = useTestDatabase()

afterAll(() => rmSync(folder, { recursive: true }))

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

function startWorker(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'scripts/testing/attach-worker.ts', ...args], {
    cwd: REPO_ROOT,
    env: { ...process.env, DATABASE_URL: url(), TMPDIR: temporary },
    stdio: ['pipe', 'ignore', 'inherit'],
  })
}

/** The files with content below a folder. */
const filesIn = (parent: string): string[] => {
  const entries = readdirSync(parent, { recursive: true, withFileTypes: true })
  return entries.map((entry) => path.join(entry.parentPath, entry.name)).filter((file) => hasContent(file))
}

const stored = () => filesIn(uploads)
/** Tests share the folder with the cache of tsx. */
const received = () => filesIn(temporary).filter((file) => file.includes('retrato-files-'))

function hasContent(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats !== undefined && stats.isFile() && stats.size > 0
}

/** Waits until the worker has written a part of a file, and kills the worker. */
async function killWhenWritten(worker: ChildProcess, files: () => string[]) {
  const exited = once(worker, 'exit')
  while (!files().length && worker.exitCode === null) await wait(15)
  worker.kill('SIGKILL')
  expect((await exited)[1]).toBe('SIGKILL')
}

const rowsOf = (customerId: string) => pool().select().from(attachments).where(eq(attachments.customerId, customerId))

it('a process that is killed while it stores a file leaves nothing after the sweep', async () => {
  const { id } = await aCustomer(pool())
  // A pipe that never ends keeps the worker in the middle of the file.
  const source = path.join(folder, 'source')
  execFileSync('mkfifo', [source])
  const worker = startWorker(id, source)
  const pipe = await open(source, 'w')
  await pipe.write(Buffer.alloc(1000, 'x'))
  await killWhenWritten(worker, stored)
  await pipe.close()
  await sweepAll(pool(), inHours(1))
  expect([stored().length, (await pool().select().from(stagedFiles)).length]).toEqual([1, 1])
  await sweepAll(pool(), inHours(25))
  expect([stored(), await pool().select().from(stagedFiles), await rowsOf(id)]).toEqual([[], [], []])
}, 60_000)

it('a process that is killed while it receives a file leaves nothing after the sweep', async () => {
  const { id } = await aCustomer(pool())
  const worker = startWorker(id, 'form', 'cut')
  const head = 'Content-Disposition: form-data; name="files"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n'
  worker.stdin!.write(`--cut\r\n${head}${'x'.repeat(1000)}`)
  await killWhenWritten(worker, received)
  await sweepAll(pool(), inHours(1))
  expect(received()).toHaveLength(1)
  await sweepAll(pool(), inHours(25))
  expect([received(), await rowsOf(id)]).toEqual([[], []])
}, 60_000)
