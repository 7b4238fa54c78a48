import { createReadStream, createWriteStream, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Converts a file without a header, with spaces between its columns, to a CSV file with these column names, and returns the path of that
 * file. A first column `row` numbers the rows, for files without ids of purchases.
 */
export async function withColumns(file: string, names: readonly string[]): Promise<string> {
  const csv = path.join(mkdtempSync(path.join(tmpdir(), 'retrato-eval-columns-')), path.basename(file))
  await pipeline(Readable.from(lines(file, names)), createWriteStream(csv))
  return csv
}

async function* lines(file: string, names: readonly string[]): AsyncGenerator<string> {
  yield `${['row', ...names].join(',')}\n`
  let row = 0
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const cells = line.trim().split(/\s+/)
    if (cells.length === names.length) yield `${[++row, ...cells].join(',')}\n`
  }
}
