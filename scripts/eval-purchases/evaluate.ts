import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { databasePool } from '@/db/client'
import { closeJobQueue } from '@/lib/jobs/boss'
import { figuresOfProduct } from './figures'
import { importFiles, type EvalFiles } from './import-files'
import { figuresOfRawRows, type Figure } from './raw-rows'

type Run = { files: EvalFiles; maps: readonly string[]; source: string; dayOrder: 'mdy' | 'dmy'; superuser: string }

/** Imports the files, prints the comparison, and returns the number of customers with a difference. */
export async function evaluatePurchases({ files, maps, source, dayOrder, superuser }: Run): Promise<number> {
  process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-eval-purchases-'))
  const started = performance.now()
  try {
    const { ctx, mappings } = await importFiles(superuser, files, { maps, source, dayOrder }, print)
    const imported = performance.now()
    const product = await figuresOfProduct(ctx)
    const raw = await figuresOfRawRows(superuser, files, mappings, dayOrder)
    return report(product, raw, { imported: imported - started, all: performance.now() - started })
  } finally {
    await closeJobQueue()
    await databasePool('jobs').end()
  }
}

const print = (line: string) => console.log(line)
const FIELDS = ['purchases', 'total', 'averageTicket', 'averageDays'] as const

function report(
  product: ReadonlyMap<string, Figure>,
  raw: ReadonlyMap<string, Figure>,
  times: { imported: number; all: number },
): number {
  const names = [...new Set([...product.keys(), ...raw.keys()])]
  const differences = names.flatMap((name) => {
    const [one, other] = [product.get(name) ?? NOTHING, raw.get(name) ?? NOTHING]
    const fields = FIELDS.filter((field) => one[field] !== other[field])
    return fields.length
      ? [`${name}: ${fields.map((field) => `${field} ${one[field]} instead of ${other[field]}`).join(', ')}`]
      : []
  })
  const sum = (figures: ReadonlyMap<string, Figure>, field: 'purchases' | 'total') =>
    [...figures.values()].reduce((all, figure) => all + figure[field], 0)
  print(
    `customers ${names.length}, with purchases ${[...raw.values()].filter(({ purchases }) => purchases > 0).length}`,
  )
  print(`purchases ${sum(product, 'purchases')} in the product, ${sum(raw, 'purchases')} in the raw rows`)
  print(`total ${sum(product, 'total')} in the product, ${sum(raw, 'total')} in the raw rows (minor units)`)
  for (const line of differences.slice(0, 20)) print(line)
  print(`${differences.length} differences (purchases, total ticket, average ticket, average days between purchases)`)
  print(`imported in ${seconds(times.imported)} s, ${seconds(times.all)} s in all`)
  return differences.length
}

const NOTHING: Figure = { purchases: 0, total: 0, averageTicket: null, averageDays: null }
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1)
