import { parseArgs } from 'node:util'
import { CliError, reasonOf } from '@/scripts/cli-error'
import { withColumns } from './eval-purchases/columns-by-space'
import { withSoakDatabase } from '@/scripts/soak/database'

const USAGE = `Usage: npm run eval:purchases -- CUSTOMERS.csv ORDERS.csv [ITEMS.csv] [--map FILE.TARGET=COLUMN]… [--source NAME] [--day-order mdy|dmy]
       [--columns NAME,NAME,…]
  --map        the column of a target field, where its name does not say it; FILE is customers, orders or items
  --source     the system that the ids belong to (default: eval)
  --columns    the names of columns that are separated by spaces, in files without a header; a column "row" numbers the rows
  --day-order  the order of day and month in the dates of the files (default: mdy)
Without ITEMS.csv, the rows of ORDERS.csv have the items. The same file may be given as CUSTOMERS.csv and ORDERS.csv.`

/** `npm run eval:purchases`: imports files of purchases and compares the figures of all customers with SQL over the raw rows. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      map: { type: 'string', multiple: true, default: [] },
      source: { type: 'string', default: 'eval' },
      columns: { type: 'string' },
      'day-order': { type: 'string', default: 'mdy' },
    },
  })
  const dayOrder = values['day-order']
  if (positionals.length < 2 || positionals.length > 3) throw new CliError(USAGE)
  if (dayOrder !== 'mdy' && dayOrder !== 'dmy') throw new CliError('--day-order expects mdy or dmy.')
  const names = values.columns?.split(',')
  const paths = names ? await Promise.all(positionals.map((file) => withColumns(file, names))) : positionals
  const [customers = '', orders = '', items] = paths
  const files = { customers, orders, ...(items && { items }) }
  await withSoakDatabase('eval_purchases', async ({ superuser }) => {
    // Imported only after the environment is set, because its modules read it when they load.
    const { evaluatePurchases } = await import('./eval-purchases/evaluate')
    const differences = await evaluatePurchases({ files, maps: values.map, source: values.source, dayOrder, superuser })
    if (differences) process.exitCode = 1
  })
}

main().catch((error: unknown) => {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  console.error(isUsage ? `${error.message}\n${USAGE}` : reasonOf(error))
  process.exitCode = 1
})
