import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { aPdf, aPdfBomb } from '../hostile'
import { inspectPdf } from '../inspect'
import { LIMITS } from './work'

const place = mkdtempSync(path.join(tmpdir(), 'retrato-work-'))
const MB = 1024 * 1024

function kept(name: string, content: Buffer): string {
  const file = path.join(place, name)
  writeFileSync(file, content)
  return file
}

const honest = kept('honest.pdf', aPdf(2))
const bomb = kept('bomb.pdf', aPdfBomb('XRef'))

/** Process ids of those that work on PDFs below this one. */
const below = () =>
  readdirSync('/proc/self/task')
    .flatMap((thread) => readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean))
    .filter(
      (pid) => existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('work/process.mjs'),
    )

/** Those of a test file that ran in this process before are still warm. */
const others = below()
const working = () => below().filter((pid) => !others.includes(pid))

/** The most memory a process has had, in bytes. */
const peakOf = (pid: string | number) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024

test('ten bombs at once leave this process as it was, and the next honest file is taken', async () => {
  await inspectPdf(honest, 'ana')
  const before = process.memoryUsage.rss()
  const judged = await Promise.all(Array.from({ length: 10 }, (_, at) => inspectPdf(bomb, `person ${at}`)))
  expect(judged).toEqual(judged.map(() => ({ ok: false, code: 'heavy_pdf' })))
  expect(process.memoryUsage.rss() - before).toBeLessThan(50 * MB)
  expect(working().length).toBeLessThanOrEqual(LIMITS.atOnce)
  for (const pid of working()) expect(peakOf(pid)).toBeLessThan(300 * MB)
  expect(await inspectPdf(honest, 'ana')).toEqual({ ok: true, pages: 2 })
})

test('works on a few, lets some wait, and refuses the rest', async () => {
  const { atOnce, waiting } = LIMITS
  const asked = Array.from({ length: atOnce + waiting + 3 }, (_, at) => inspectPdf(honest, `person ${at}`))
  const judged = await Promise.all(asked)
  expect(judged.filter(({ ok }) => ok)).toHaveLength(atOnce + waiting)
  expect(judged.filter((one) => !one.ok && one.code === 'pdf_busy')).toHaveLength(3)
  expect(working()).toHaveLength(atOnce)
})

test('refuses more of one person than may wait', async () => {
  const asked = Array.from({ length: LIMITS.waitingPerPerson + 3 }, () => inspectPdf(honest, 'ana'))
  const judged = await Promise.all(asked)
  expect(judged.filter((one) => !one.ok && one.code === 'pdf_queue_full')).toHaveLength(2)
})

test('a process that was killed while it was idle is not missed', async () => {
  const killed = working()
  for (const pid of killed) process.kill(Number(pid), 'SIGKILL')
  while (killed.some((pid) => existsSync(`/proc/${pid}`))) await sleep(50)
  expect(await inspectPdf(honest, 'ana')).toEqual({ ok: true, pages: 2 })
})

test('a process holds no secret of the portal', () => {
  for (const pid of working()) expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toMatch(/SECRET|KEY|DATABASE/)
})
