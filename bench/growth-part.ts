import type { Cluster } from '@/scripts/postgres/cluster'
import { openBenchDatabase } from './database'
import { load } from './load'
import { figures } from './measure'
import { listPages } from './pages-part'
import { openBenchPortal } from './portal'
import { ask } from './ask'

export type GrowthFigures = { few: number; many: number; pages: { name: string; few: PageCost; many: PageCost }[] }

/** Milliseconds of wall time, and of CPU time of the Node processes, for one page at one connection. */
type PageCost = { p50: number; cpu: number }

const ROUNDS = 8
const PAGES_A_ROUND = 40
const WARM_UP_SECONDS = 40
/** These pages depend on the events of one customer, not on the number of customers. */
const WHALE_PAGES = /events$/

/** Measures the same pages with a tenth of the customers and with all of them, in turns, so that changes in the machine's speed affect both. */
export async function growthPart(cluster: Cluster, customers: number): Promise<GrowthFigures> {
  const few = await openSide(cluster, customers / 10)
  const many = await openSide(cluster, customers)
  try {
    for (const { portal, pages } of [few, many])
      await load(
        portal,
        pages.flatMap(({ paths }) => paths.slice(0, 5)),
        4,
        WARM_UP_SECONDS,
      )
    const costs = []
    for (const [at, { name }] of many.pages.entries()) {
      if (WHALE_PAGES.test(name)) continue
      console.error(`  ${name}`)
      const rounds: [Round[], Round[]] = [[], []]
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const side of round % 2 ? ([1, 0] as const) : ([0, 1] as const))
          rounds[side].push(await oneRound([few, many][side]!, at, round))
      }
      costs.push({ name, few: summarize(rounds[0]), many: summarize(rounds[1]) })
    }
    return { few: customers / 10, many: customers, pages: costs }
  } finally {
    await few.portal.close()
    await many.portal.close()
  }
}

type Side = Awaited<ReturnType<typeof openSide>>

async function openSide(cluster: Cluster, customers: number) {
  const bench = await openBenchDatabase(cluster, customers)
  return { pages: await listPages(bench), portal: await openBenchPortal(bench) }
}

type Round = { walls: number[]; cpu: number }

async function oneRound({ portal, pages }: Side, at: number, round: number): Promise<Round> {
  const { paths } = pages[at]!
  const turn = Array.from({ length: PAGES_A_ROUND }, (_, i) => paths[(round * PAGES_A_ROUND + i) % paths.length]!)
  return ask(portal, turn)
}

const summarize = (rounds: Round[]): PageCost => ({
  p50: figures(rounds.flatMap(({ walls }) => walls)).p50,
  cpu: figures(rounds.map(({ cpu }) => cpu)).p50,
})
