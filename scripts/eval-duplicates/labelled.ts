import type { MatchAddress, MatchRecord } from '@/lib/duplicates/engine/types'
import { CliError } from '@/scripts/cli-error'
import { type Meaning, meaningsOf } from './columns'
import { dayReader } from './days'
import type { Table } from './read-table'

/** The records of a file, and for each the name of the customer whom it describes; null where the file does not say. */
export type LabelledRecords = { records: MatchRecord[]; labels: (string | null)[]; compared: string[] }

export type ColumnOptions = { map: readonly string[]; without: readonly string[]; label?: string | undefined }

/** FEBRL's ids contain the label: `rec-12-org` and `rec-12-dup-0` are one person. */
const FEBRL_ID = /^rec-(\d+)-(?:org|dup(?:-\d+)?)$/
/** Cells that mean that the value is unknown. */
const BLANK = /^(?:|null|\\n|n\/?a|nan|none|undefined|unknown|-+|\?+)$/i

/** Reads the rows by their columns' meanings. @throws CliError when no column has the labels */
export function labelledRecords({ headers, rows }: Table, { map, without, label }: ColumnOptions): LabelledRecords {
  const meanings = meaningsOf(headers, label ? [...map, `${label}=label`] : map, without)
  const columnsOf = (meaning: Meaning) => headers.flatMap((_, at) => (meanings[at] === meaning ? [at] : []))
  const labels = labelsOf(rows, columnsOf('label'), columnsOf('id'))
  if (!labels)
    throw new CliError(
      `No column says which rows are one person. Name it with --label COLUMN. The file has: ${headers.join(', ')}.`,
    )
  const birth = dayReader(columnsOf('birth').flatMap((at) => rows.map((row) => row[at]!)))
  const compared = headers.filter((_, at) => !['label', 'id', 'ignore'].includes(meanings[at]!))
  if (!compared.length) throw new CliError('No column is left to compare.')
  return { records: rows.map((row, at) => recordOf(row, at, headers, meanings, birth)), labels, compared }
}

function labelsOf(rows: readonly string[][], labelAt: number[], idAt: number[]): (string | null)[] | null {
  const [at] = labelAt
  if (at !== undefined) return rows.map((row) => (BLANK.test(row[at]!) ? null : row[at]!))
  const ids = idAt.find((column) => rows.every((row) => FEBRL_ID.test(row[column]!)))
  return ids === undefined ? null : rows.map((row) => FEBRL_ID.exec(row[ids]!)![1]!)
}

function recordOf(
  row: readonly string[],
  index: number,
  headers: readonly string[],
  meanings: readonly Meaning[],
  birth: (text: string) => string | null,
): MatchRecord {
  const values = (meaning: Meaning) => row.filter((cell, at) => meanings[at] === meaning && !BLANK.test(cell))
  const text = (meaning: Meaning) => values(meaning).join(' ') || null
  const [given, family] = [text('given'), text('family')]
  const hasParts = meanings.includes('given') || meanings.includes('family')
  const others = row.flatMap((cell, at) =>
    meanings[at] === 'other' && !BLANK.test(cell) ? [[headers[at]!, cell] as const] : [],
  )
  return {
    id: String(index),
    kind: /^(?:company|pj|empresa|cnpj|business)$/i.test(text('kind') ?? '') ? 'company' : 'person',
    name: hasParts ? [given, family].filter(Boolean).join(' ') || null : text('name'),
    ...(hasParts && { nameParts: { given, family } }),
    preferredName: text('preferred'),
    birthOn: values('birth').map(birth)[0] ?? null,
    documentType: null,
    documentNumber: values('document')[0] ?? null,
    phones: values('phone'),
    emails: values('email'),
    addresses: addressOf(text),
    sex: text('sex'),
    others: Object.fromEntries(others),
  }
}

function addressOf(text: (meaning: Meaning) => string | null): MatchAddress[] {
  const address: MatchAddress = {
    street: text('street') ?? '',
    number: text('number') ?? '',
    district: text('district') ?? '',
    city: text('city') ?? '',
    state: text('state') ?? '',
    postalCode: text('postal_code') ?? '',
  }
  return Object.values(address).some(Boolean) ? [address] : []
}
