import path from 'node:path'
import { ask } from '../ask'
import { load } from '../load'
import { figures } from '../measure'
import { ms, table } from '../print'
import { type Checkout, openCheckout } from './open-checkout'

const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 100_000)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 12)
const PAGES_A_ROUND = 60
const WARM_UP_SECONDS = 30
const COMPARED = ['list', 'search, existing name', 'profile, median']
const SATURATION = { connections: 10, seconds: 2 }

type Round = { cpuMs: number; perSecond: number }

/**
 * `npx tsx bench/turns/run.ts <folder> [<other folder>]`: measures the same pages of two checkouts in turns, so that changes in the
 * machine's speed affect both. Prints medians over the rounds and the ratio of the second checkout to the first.
 */
async function main(): Promise<void> {
  const [before = '', after = path.resolve(__dirname, '../..')] = process.argv.slice(2)
  if (!before) throw new Error('Usage: npx tsx bench/turns/run.ts <folder before> [<folder after>]')
  const opened: Checkout[] = []
  try {
    for (const folder of [before, after]) opened.push(await openCheckout(folder, CUSTOMERS))
    for (const checkout of opened) await load(checkout, warmUpPaths(checkout), 4, WARM_UP_SECONDS)
    const rows = []
    for (const name of COMPARED) rows.push(row(name, await inTurns(opened, name)))
    console.log(table(['page', 'CPU before', 'after', 'ratio', 'pages/s before', 'after', 'ratio'], rows))
  } finally {
    for (const checkout of opened) await checkout.close()
  }
}

/** The checkouts take turns at being measured first. */
async function inTurns(checkouts: Checkout[], name: string): Promise<[Round[], Round[]]> {
  console.error(`  ${name}`)
  const rounds: [Round[], Round[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const side of round % 2 ? ([1, 0] as const) : ([0, 1] as const))
      rounds[side].push(await oneRound(checkouts[side]!, name, round))
  }
  return rounds
}

async function oneRound(checkout: Checkout, name: string, round: number): Promise<Round> {
  const paths = pathsOf(checkout, name)
  const turn = Array.from({ length: PAGES_A_ROUND }, (_, i) => paths[(round * PAGES_A_ROUND + i) % paths.length]!)
  const { cpu } = await ask(checkout, turn)
  const { perSecond, failed } = await load(checkout, paths, SATURATION.connections, SATURATION.seconds)
  if (failed) throw new Error(`${failed} pages of ${name} failed.`)
  return { cpuMs: cpu, perSecond }
}

function row(name: string, [before, after]: [Round[], Round[]]): string[] {
  const median = (rounds: Round[], figure: keyof Round) => figures(rounds.map((round) => round[figure])).p50
  return [
    name,
    ...pair(median(before, 'cpuMs'), median(after, 'cpuMs')),
    ...pair(median(before, 'perSecond'), median(after, 'perSecond')),
  ]
}

const pair = (before: number, after: number) => [ms(before), ms(after), (after / before).toFixed(3)]

const pathsOf = ({ pages }: Checkout, name: string) => pages.find((page) => page.name === name)!.paths

const warmUpPaths = (checkout: Checkout) => COMPARED.flatMap((name) => pathsOf(checkout, name).slice(0, 5))

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
