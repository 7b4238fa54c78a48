import { headerKey } from '../reading/headers'
import { parsePostalAddress } from './address'
import { readDocument } from './document'
import { readEmails } from './emails'
import { readFields } from './fields'
import { readPhones } from './phones'
import { RowReader } from './reader'
import type { Candidate, RowPlan, RowPoint, RowReason } from './types'

export type ReadRow = { candidate: Candidate; problems: RowReason[]; notes: RowReason[]; hints: RowReason[] }

const EXTERNAL_ID_CHARS_MAX = 200

/**
 * Reads one row and collects all its findings, without side effects. Problems reject the row; notes name values that were
 * left out, since an unusable phone is no reason to lose the customer; hints name values that were corrected.
 */
export function readRow(cells: readonly string[], plan: RowPlan): ReadRow {
  const row = new RowReader(plan, cells)
  if (cells.length !== plan.headers.length && cells.slice(plan.headers.length).some((cell) => cell.trim()))
    row.problems.push({ code: 'too_many_cells' })
  else if (cells.length < plan.headers.length) row.problems.push({ code: 'too_few_cells' })
  if (row.problems.length) return { candidate: NOBODY, problems: row.problems, notes: [], hints: [] }
  const document = readDocument(row)
  const candidate: Candidate = {
    externalId: externalId(row),
    document,
    kind: document ? (document.type === 'cnpj' ? 'company' : 'person') : kind(row.text('kind')),
    fields: readFields(row),
    points: unique([...readPhones(row), ...readEmails(row), ...parsePostalAddress(row)]),
    attributes: row.attributes,
  }
  for (const at of plan.attributes) row.keep(at)
  return { candidate, problems: row.problems, notes: row.notes, hints: row.hints }
}

const NOBODY: Candidate = { externalId: null, document: null, kind: 'person', fields: {}, points: [], attributes: {} }

function externalId(row: RowReader): string | null {
  const text = row.text('externalId')
  if (text.length > EXTERNAL_ID_CHARS_MAX) row.problem('too_long', 'externalId')
  return text || null
}

const COMPANY = /^(pj|j|juridica|pessoa juridica|persona juridica|empresa|company|legal)$/

const kind = (text: string): Candidate['kind'] => (COMPANY.test(headerKey(text)) ? 'company' : 'person')

function unique(points: RowPoint[]): RowPoint[] {
  const seen = new Set<string>()
  return points.filter(({ channel, normalized }) => {
    const key = `${channel} ${normalized}`
    return !seen.has(key) && seen.add(key)
  })
}
