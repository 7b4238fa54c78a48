import { createHash } from 'node:crypto'
import type { Candidate } from '../row/types'

/** The hex SHA-256 of a row's values, which identifies a row without a key; null for a row with a key. */
export function fingerprintOf(candidate: Candidate): string | null {
  if (candidate.externalId || candidate.otherId || candidate.document) return null
  const { fields, points, attributes, kind } = candidate
  const said = [kind, sorted(fields), points.map((p) => `${p.channel} ${p.normalized}`).sort(), sorted(attributes)]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

const sorted = (values: object) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
