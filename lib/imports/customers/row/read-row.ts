import { headerKey } from '../../reading/headers'
import type { RawRow } from '../../reading/row-assembler'
import { parsePostalAddress } from './address'
import { readDocument } from './document'
import { readEmails } from './emails'
import { readFields } from './fields'
import { readOptOuts } from './opt-outs'
import { readPhones } from './phones'
import { nameOf } from './names'
import { notData } from '../../row/not-data'
import { RowReader } from '../../row/reader'
import type { Candidate, CustomerPlan, CustomerRow, RowPoint } from './types'
import type { ReadFindings } from '../../row/types'
import type { Target } from '../targets'
import { widthFault } from './width'

export type ReadRow = ReadFindings & { candidate: Candidate }

const EXTERNAL_ID_CHARS_MAX = 200

/**
 * Reads one row and collects all its findings, without side effects. Problems reject the row; notes name values that were
 * left out, since an unusable phone is no reason to lose the customer; hints name values that were corrected.
 */
export function readRow(cells: readonly string[], plan: CustomerPlan): ReadRow {
  const row = new RowReader<Target>(plan, cells)
  const fault = notData(cells, plan.headers) ?? widthFault(cells, plan)
  if (fault) return { candidate: NOBODY, problems: [{ code: fault }], notes: [], hints: [] }
  const document = readDocument(row)
  const { name, company } = nameOf(row, document)
  const candidate: Candidate = {
    externalId: externalId(row, 'externalId'),
    otherId: externalId(row, 'otherId'),
    document,
    kind: document ? (document.type === 'cnpj' ? 'company' : 'person') : kind(row.text('kind'), company),
    fields: readFields(row, name),
    points: unique([...readPhones(row), ...readEmails(row), ...parsePostalAddress(row)]),
    attributes: row.attributes,
    optOuts: readOptOuts(row),
  }
  for (const at of plan.attributes) row.keep(at)
  if (!company && plan.keepAttributes && plan.at.companyName !== undefined) row.keep(plan.at.companyName)
  return { candidate, problems: row.problems, notes: row.notes, hints: row.hints }
}

/** The same for a row as it was found in the file, with what its lines have shown. */
export function readRawRow({ cells, problems, hints }: RawRow, plan: CustomerPlan): ReadRow {
  const read = readRow(cells, plan)
  return { ...read, problems: [...problems, ...read.problems], hints: [...hints, ...read.hints] }
}

const NOBODY: Candidate = {
  externalId: null,
  otherId: null,
  document: null,
  kind: 'person',
  fields: {},
  points: [],
  attributes: {},
  optOuts: [],
}

function externalId(row: CustomerRow, target: 'externalId' | 'otherId'): string | null {
  const text = row.text(target)
  if (text.length > EXTERNAL_ID_CHARS_MAX) row.problem('too_long', target)
  return text || null
}

const COMPANY = /^(pj|j|juridica|pessoa juridica|persona juridica|empresa|company|legal)$/

const kind = (text: string, company: boolean): Candidate['kind'] =>
  COMPANY.test(headerKey(text)) || (company && !text) ? 'company' : 'person'

function unique(points: RowPoint[]): RowPoint[] {
  const seen = new Set<string>()
  return points.filter(({ channel, normalized }) => {
    const key = `${channel} ${normalized}`
    return !seen.has(key) && seen.add(key)
  })
}
