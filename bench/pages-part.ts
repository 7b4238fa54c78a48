import { chromiumPart, type Opening } from './chromium'
import { connect } from './connection'
import type { BenchDatabase } from './database'
import { misspell } from './random'
import { type Floor, measureFloor } from './floor/measure-floor'
import { load, memoryOf, type Load } from './load'
import { openBenchPortal } from './portal'
import { weigh, type Weight } from './weight'
import { theWhale } from './whale'

export type PagesFigures = {
  customers: number
  pages: { name: string; loads: Load[]; weight: Weight | null }[]
  memoryMb: { now: number; peak: number }
  floor: Floor
  opening: Opening
}

const PAGE = /^\/(customers|verify)/
const LOADS = [
  { connections: 1, seconds: 6 },
  { connections: 10, seconds: 8 },
]
/** V8 keeps optimizing the code of a page during its first thousands of requests. */
const WARM_UP_SECONDS = 40

/** Measures whole pages over HTTP and in a browser, and the floor of the same run. */
export async function pagesPart(bench: BenchDatabase): Promise<PagesFigures> {
  const targets = await listPages(bench)
  const portal = await openBenchPortal(bench)
  try {
    await load(
      portal,
      targets.flatMap((page) => page.paths.slice(0, 5)),
      4,
      WARM_UP_SECONDS,
    )
    const pages = []
    for (const { name, paths } of targets) {
      console.error(`  ${name}`)
      const loads: Load[] = []
      for (const { connections, seconds } of LOADS) loads.push(await load(portal, paths, connections, seconds))
      pages.push({ name, loads, weight: PAGE.test(paths[0]!) ? await weigh(portal, paths[0]!) : null })
    }
    const memoryMb = memoryOf(portal.pid)
    console.error('  Chromium')
    const opening = await chromiumPart(
      portal,
      pathsOf(targets, 'search, existing name'),
      pathsOf(targets, 'profile, median'),
    )
    console.error('  floor')
    const floor = await measureFloor(bench, LOADS)
    return { customers: bench.customers, pages, memoryMb, floor, opening }
  } finally {
    await portal.close()
  }
}

type TargetPage = { name: string; paths: string[] }

const pathsOf = (pages: TargetPage[], name: string) => pages.find((page) => page.name === name)!.paths

export async function listPages({ appUrl }: BenchDatabase): Promise<TargetPage[]> {
  const { db, pool, close } = await connect(appUrl)
  const whale = await theWhale(db)
  const { rows } = await pool.query<{ id: string; name: string; document: string }>(
    `select c.id, c.name, c.document_number as document from generate_series(1, 100) n
     cross join lateral (select * from customers where id >= md5('page' || n)::uuid and document_type = 'cpf' order by id limit 1) c`,
  )
  await close()
  const search = (text: string) => `/customers?q=${encodeURIComponent(text)}`
  return [
    // The simplest answer of the framework shows the pace of the machine.
    { name: 'livez', paths: ['/livez'] },
    { name: 'empty page', paths: ['/verify'] },
    { name: 'list', paths: ['/customers'] },
    { name: 'search, Maria', paths: [search('Maria')] },
    { name: 'search, existing name', paths: rows.map((row) => search(row.name)) },
    {
      name: 'search, misspelt',
      paths: rows.map((row) => search(row.name.split(' ').slice(0, 2).map(misspell).join(' '))),
    },
    { name: 'search, CPF root', paths: rows.map((row) => search(row.document.slice(0, 9))) },
    { name: 'search, no hit', paths: [search('Xqzwk Pqrstv')] },
    {
      name: 'suggestions',
      paths: rows.map((row) => `/api/customers/suggest?q=${encodeURIComponent(row.name.slice(0, 6))}`),
    },
    { name: 'profile, median', paths: rows.map((row) => `/customers/${row.id}`) },
    { name: 'profile, 50,000 events', paths: [`/customers/${whale}`] },
    { name: 'history, 50,000 events', paths: [`/customers/${whale}/history`] },
  ]
}
