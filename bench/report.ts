import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseFigures } from './database-part'
import type { Floor } from './floor/measure-floor'
import type { GrowthFigures } from './growth-part'
import type { PagesFigures } from './pages-part'
import { ms, table } from './print'

export function save(name: string, value: unknown): void {
  const folder = path.join(__dirname, 'out')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(value, null, 2))
}

export function databaseReport({ customers, floor, modes, list, recall }: DatabaseFigures): string {
  const ratio = (value: number) => (value / floor.cpu.p50).toFixed(1)
  const rows = [
    ['primary key', ms(floor.cpu.p50), ms(floor.cpu.p99), '1.0', '', '', ms(floor.wall.p50), ms(floor.wall.p99)],
    ...modes.map(({ name, find, page }) => [
      name,
      ms(find.cpu.p50),
      ms(find.cpu.p99),
      ratio(find.cpu.p50),
      ms(page.cpu.p50),
      ms(page.cpu.p99),
      ms(page.wall.p50),
      ms(page.wall.p99),
    ]),
    ['list, newest activity', '', '', '', ms(list.cpu.p50), ms(list.cpu.p99), ms(list.wall.p50), ms(list.wall.p99)],
  ]
  const headers = ['mode', 'find p50', 'p99', '× key', 'page p50', 'p99', 'wall p50', 'p99']
  return [
    `${customers.toLocaleString('en')} customers. Database, milliseconds: CPU of finding and of the whole page, wall time of the page, one client.`,
    '',
    table(headers, rows),
    '',
    `Recall of tiers 1 and 2: ${recall.complete} of ${recall.searches} searches correct and complete.${recall.wrong.map((wrong) => `\n  ${wrong}`).join('')}`,
  ].join('\n')
}

export function pagesReport({ customers, pages, memoryMb, floor, opening }: PagesFigures): string {
  const rows = pages.map(({ name, loads, weight }) => {
    const [one, ten] = [loads[0]!, loads[1]!]
    const kb = weight ? [weight.htmlKb.toFixed(1), weight.scriptKb.toFixed(0)] : ['', '']
    const failed = loads.reduce((sum, { failed }) => sum + failed, 0)
    return [
      name,
      ms(one.p50),
      ms(one.p99),
      ms(one.cpu),
      ten.perSecond.toFixed(0),
      ms(ten.p50),
      ms(ten.p99),
      ms(ten.cpu),
      ...kb,
      String(failed),
    ]
  })
  const headers = ['page', '1: p50', 'p99', 'CPU', '10: pages/s', 'p50', 'p99', 'CPU', 'HTML kB', 'script kB', 'failed']
  const { fromResult, byAddress } = opening
  return [
    `${customers.toLocaleString('en')} customers. Whole pages over HTTP, milliseconds, at one and at ten connections; CPU of the Node processes per page; gzip. Node ${process.version}, ${process.env.WEB_PROCESSES ?? 1} at work.`,
    '',
    table(headers, rows),
    '',
    floorReport(floor, pages),
    '',
    `Memory of the Node process: ${memoryMb.now.toFixed(0)} MB, at most ${memoryMb.peak.toFixed(0)} MB.`,
    `Chromium, milliseconds (p50, p99): a result opens its profile in ${pair(fromResult)}; a profile opened by its address is painted after ${pair(byAddress)}.`,
  ].join('\n')
}

/** Prints the CPU time of the list and the profile as multiples of each floor, at one connection. */
function floorReport(floor: Floor, pages: PagesFigures['pages']): string {
  const cpuOf = (name: string) => pages.find((page) => page.name === name)!.loads[0]!.cpu
  const [list, profile] = [cpuOf('list'), cpuOf('profile, median')]
  const rows = floor.map(({ name, loads: [one, ten] }) => [
    name,
    ms(one!.p50),
    ms(one!.cpu),
    ten!.perSecond.toFixed(0),
    ms(ten!.cpu),
    (list / one!.cpu).toFixed(1),
    (profile / one!.cpu).toFixed(1),
  ])
  return table(['floor', '1: p50', 'CPU', '10: pages/s', 'CPU', 'list × floor', 'profile × floor'], rows)
}

export function growthReport({ few, many, pages }: GrowthFigures): string {
  const rows = pages.map(({ name, few: a, many: b }) => [
    name,
    ms(a.p50),
    ms(b.p50),
    (b.p50 / a.p50).toFixed(2),
    ms(a.cpu),
    ms(b.cpu),
    (b.cpu / a.cpu).toFixed(2),
  ])
  const [fewer, more] = [few, many].map((count) => count.toLocaleString('en'))
  return [
    `The same pages over ${fewer} and ${more} customers in turns, at one connection, milliseconds.`,
    '',
    table(['page', `${fewer}: p50`, `${more}: p50`, 'growth', `${fewer}: CPU`, `${more}: CPU`, 'growth'], rows),
  ].join('\n')
}

const pair = ({ p50, p99 }: { p50: number; p99: number }) => `${ms(p50)}, ${ms(p99)}`
