import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { detectDialect } from '@/lib/imports/reading/dialect'
import { readRows, BrokenFile } from '@/lib/imports/reading/rows'
import { CliError } from '@/scripts/cli-error'
import { encodingOf } from './encoding'

export type Table = { headers: string[]; rows: string[][] }

/** Reads a CSV file whose first line has the column names. @throws CliError with a reason when it is no such file */
export async function readTable(file: string): Promise<Table> {
  if (!existsSync(file) || !statSync(file).isFile()) throw new CliError(`There is no file ${file}.`)
  const bytes = readFileSync(file)
  if (!bytes.toString('latin1').trim()) throw new CliError(`${file} is empty.`)
  if (bytes.includes(0)) throw new CliError(`${file} is not a CSV file: it contains binary data.`)
  const detected = detectDialect(bytes, encodingOf(bytes), true, { headerLine: 1 })
  if (!detected.ok) throw new CliError(`${file} is not a CSV file with column names in its first line.`)
  const { dialect, headers } = detected
  if (headers.length < 2)
    throw new CliError(`${file} has a single column. Its cells must be separated by , ; | or tabs.`)
  const rows: string[][] = []
  try {
    for await (const { cells, line, problems } of readRows(createReadStream(file), dialect)) {
      if (problems.length) throw new CliError(`${file}, line ${line}: ${problems[0]!.code.replaceAll('_', ' ')}.`)
      if (cells.slice(headers.length).some((cell) => cell.trim()))
        throw new CliError(`${file}, line ${line}: more cells than columns.`)
      rows.push(headers.map((_, at) => cells[at]?.trim() ?? ''))
    }
  } catch (error) {
    throw error instanceof BrokenFile ? new CliError(`${file} cannot be read: ${error.code}.`) : error
  }
  if (rows.length < 2)
    throw new CliError(`${file} has ${rows.length ? 'a single row' : 'no rows'} below its column names.`)
  return { headers, rows }
}
