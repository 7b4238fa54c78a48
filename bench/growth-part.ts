import type { Cluster } from '@/scripts/postgres/cluster'
import { openBenchDatabase } from './database'
import { load } from './load'
import { figures } from './measure'
import { listPages } from './pages-part'
import { openBenchPortal } from './portal'
import { ask } from './ask'

export type GrowthFigures = { few: number; many: number; pages: { name: string; few: Taken; many: Taken }[] }

/** Milliseconds of one page at one connection, and of the Node process' CPU. */
type Taken = { p50: number; cpu: number }

const ROUNDS = 8
const PAGES_A_ROUND = 40
const WARM_UP_SECONDS = 40
/** Its length is the whale's, not the number of customers. */
const OF_THE_WHALE = /events$/

/** The same pages over a tenth of the customers and over all of them, in turns: the machine's pace is then the same for both. */
export async function growthPart(cluster: Cluster, customers: number): Promise<GrowthFigures> {
  const few = await opened(cluster, customers / 10)
  const many = await opened(cluster, customers)
  try {
    for (const { portal, asked } of [few, many])
      await load(
        portal,
        asked.flatMap(({ paths }) => paths.slice(0, 5)),
        4,
        WARM_UP_SECONDS,
      )
    const pages = []
    for (const [at, { name }] of many.asked.entries()) {
      if (OF_THE_WHALE.test(name)) continue
      console.error(`  ${name}`)
      const taken: [Round[], Round[]] = [[], []]
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const side of round % 2 ? ([1, 0] as const) : ([0, 1] as const))
          taken[side].push(await oneRound([few, many][side]!, at, round))
      }
      pages.push({ name, few: summed(taken[0]), many: summed(taken[1]) })
    }
    return { few: customers / 10, many: customers, pages }
  } finally {
    await few.portal.close()
    await many.portal.close()
  }
}

type Side = Awaited<ReturnType<typeof opened>>

async function opened(cluster: Cluster, customers: number) {
  const bench = await openBenchDatabase(cluster, customers)
  return { asked: await listPages(bench), portal: await openBenchPortal(bench) }
}

type Round = { walls: number[]; cpu: number }

async function oneRound({ portal, asked }: Side, at: number, round: number): Promise<Round> {
  const { paths } = asked[at]!
  const turn = Array.from({ length: PAGES_A_ROUND }, (_, i) => paths[(round * PAGES_A_ROUND + i) % paths.length]!)
  return ask(portal, turn)
}

const summed = (rounds: Round[]): Taken => ({
  p50: figures(rounds.flatMap(({ walls }) => walls)).p50,
  cpu: figures(rounds.map(({ cpu }) => cpu)).p50,
})
