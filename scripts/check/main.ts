import { endRunning, type Part, STEPS } from '@/scripts/check/steps'
import { lastLine, sum, type Tally } from '@/scripts/check/tally'

const only = process.argv[process.argv.indexOf('--only') + 1] as Part | undefined
const steps = process.argv.includes('--only') ? STEPS.filter(({ part }) => part === only) : STEPS
if (process.argv.includes('--wide')) process.env.E2E_WIDE = '1'
if (!steps.length) throw new Error('--only takes static, unit or browser')

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    endRunning()
    process.exit(130)
  })
}

async function check(): Promise<void> {
  const tallies: Tally[] = []
  for (const { run } of steps) tallies.push(await run())
  const total = sum(tallies)
  console.log(lastLine(total))
  process.exitCode = total.failed ? 1 : 0
}

void check()
