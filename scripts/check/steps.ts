import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'
import { boundaryFaults } from '@/scripts/check/boundary-faults'
import { type JestReport, type Tally, tallyOf } from '@/scripts/check/tally'
import { versionFaults } from '@/scripts/check/versions'
import { NEXT } from '@/scripts/portal/build'
import { type Environment, runNode, spawnNode } from '@/scripts/portal/run'
import { signal } from '@/scripts/postgres/processes'
import { step } from '@/scripts/progress'
import { CliError, reasonOf } from '@/scripts/cli-error'

export type Part = 'static' | 'unit' | 'browser'
export type Step = { part: Part; label: string; run: () => Promise<Tally> }

const bin = (file: string) => path.join(REPO_ROOT, 'node_modules', file)
const environment = (): Environment => ({ ...process.env, NEXT_TELEMETRY_DISABLED: '1' })
const running = new Set<number>()

/** A browser test often waits for its page, so three of them use two cores better than two. */
const WORKERS = { unit: 2, browser: 3 }

/** All checks, the cheapest first. Each static check counts as one test. */
export const STEPS: Step[] = [
  check('static', 'Versions', async () => refuse(versionFaults())),
  check('static', 'Types', async () => {
    await node([NEXT, 'typegen'])
    await node([bin('typescript/bin/tsc'), '--noEmit'])
  }),
  check('static', 'Formatting', () => node([bin('oxfmt/bin/oxfmt'), '--check'])),
  check('static', 'Lint', () => node([bin('oxlint/bin/oxlint'), '--deny-warnings'])),
  check('static', 'Boundaries', async () => refuse(boundaryFaults())),
  { part: 'unit', label: 'Unit and integration tests', run: () => jest('unit') },
  { part: 'browser', label: 'Browser tests', run: () => jest('browser') },
]

/** Ends the processes of the current step. */
export function endRunning(): void {
  for (const pid of running) signal(-pid, 'SIGTERM')
}

function check(part: Part, label: string, work: () => Promise<unknown>): Step {
  const run = () =>
    step(label, work).then(
      () => ({ passed: 1, failed: 0 }),
      (error: unknown) => {
        console.error(reasonOf(error))
        return { passed: 0, failed: 1 }
      },
    )
  return { part, label, run }
}

async function node(args: string[], env: Environment = environment()): Promise<void> {
  let own = 0
  await runNode(args, env, (pid) => running.add((own = pid))).finally(() => running.delete(own))
}

function refuse(faults: string[]): void {
  if (faults.length) throw new CliError(faults.join('\n'))
}

async function jest(project: 'unit' | 'browser'): Promise<Tally> {
  const report = path.join(REPO_ROOT, 'test-results', `${project}.json`)
  mkdirSync(path.dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const args = [
    bin('jest/bin/jest.js'),
    '--selectProjects',
    project,
    `--maxWorkers=${WORKERS[project]}`,
    '--json',
    '--outputFile',
    report,
    '--passWithNoTests',
  ]
  const child = spawnNode(args, environment(), ['ignore', 'ignore', 'inherit'])
  running.add(child.pid ?? 0)
  await once(child, 'close')
  running.delete(child.pid ?? 0)
  return tallyOf(existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as JestReport) : null)
}
