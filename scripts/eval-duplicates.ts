import path from 'node:path'
import { parseArgs } from 'node:util'
import { DEFAULT_MODEL } from '@/lib/duplicates/engine/default-model'
import { scaledTo } from '@/lib/duplicates/engine/model'
import { counterRecords } from '@/lib/duplicates/engine/testing/counter-errors'
import { importedRecords } from '@/lib/duplicates/engine/testing/import-errors'
import { randomOf } from '@/lib/values/random'
import { CliError, reasonOf } from '@/scripts/cli-error'
import { meaningOf } from './eval-duplicates/columns'
import { evaluate, type Figures } from './eval-duplicates/evaluate'
import { labelledRecords } from './eval-duplicates/labelled'
import { readTable } from './eval-duplicates/read-table'
import { reportOf } from './eval-duplicates/report'

const USAGE = `Usage: npm run eval:duplicates -- FILE.csv… [--label COLUMN] [--map COLUMN=MEANING]… [--without COLUMN]…
       npm run eval:duplicates -- --brazil RECORDS [--seed TEXT] [--errors counter|import]
  --label        the column whose equal values mark one person; FEBRL's rec-N-org and rec-N-dup-K need none
  --map          what a column is, where its name does not say it: given, family, name, birth, document, phone, …
  --without      a column that is not compared; may be repeated
  --print-model  prints the weights that were learnt`

type Run = { name: string; figures: Figures }

/** `npm run eval:duplicates`: how well duplicates are found in files that say which rows are one person. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      label: { type: 'string' },
      map: { type: 'string', multiple: true, default: [] },
      without: { type: 'string', multiple: true, default: [] },
      brazil: { type: 'string' },
      seed: { type: 'string', default: 'brazil' },
      errors: { type: 'string', default: 'counter' },
      'print-model': { type: 'boolean', default: false },
    },
  })
  if (!positionals.length && !values.brazil) throw new CliError(USAGE)
  const runs = values.brazil ? brazilRuns(values.brazil, values.seed, values.errors) : []
  for (const file of positionals) runs.push(...(await fileRuns(file, values)))
  console.log(reportOf(runs))
  if (values['print-model']) console.log(JSON.stringify(runs[0]!.figures.model, roundNumbers))
}

async function fileRuns(file: string, { map, without, label }: { map: string[]; without: string[]; label?: string }) {
  const table = await readTable(file)
  const name = path.basename(file)
  const run = (title: string, omitted: string[]): Run => {
    const { records, labels } = labelledRecords(table, { map, without: omitted, label })
    return { name: title, figures: evaluate(records, labels) }
  }
  const documents = table.headers.filter((header) => meaningOf(header) === 'document' && !without.includes(header))
  const whole = run(without.length ? `${name} without ${without.join(', ')}` : name, without)
  // A document is nearly unique, so the file says little about names and addresses unless it is left out.
  return documents.length
    ? [whole, run(`${name} without ${[...without, ...documents].join(', ')}`, [...without, ...documents])]
    : [whole]
}

function brazilRuns(count: string, seed: string, errors: string): Run[] {
  const size = Number(count)
  if (!Number.isInteger(size) || size < 100 || size > 200_000)
    throw new CliError('--brazil expects a number of records from 100 to 200000.')
  const make = { counter: counterRecords, import: importedRecords }[errors]
  if (!make) throw new CliError('--errors expects counter or import.')
  const labelled = make(randomOf(seed), size)
  const [records, labels] = [labelled.map(({ record }) => record), labelled.map(({ person }) => person)]
  return [
    { name: `brazil (${errors}), weights learnt from it`, figures: evaluate(records, labels) },
    { name: `brazil (${errors}), default weights`, figures: evaluate(records, labels, scaledTo(DEFAULT_MODEL, size)) },
  ]
}

const roundNumbers = (_key: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toPrecision(3)) : value

main().catch((error: unknown) => {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  console.error(isUsage ? `${error.message}\n${USAGE}` : reasonOf(error))
  process.exitCode = 1
})
