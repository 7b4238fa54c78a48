import { createHash } from 'node:crypto'
import type { Candidate } from '../row/types'

/** What a row without a key says, as hex SHA-256; null when it has a key to be found by. */
export function fingerprintOf(candidate: Candidate): string | null {
  if (candidate.externalId || candidate.document) return null
  const { fields, points, attributes, kind } = candidate
  const said = [kind, sorted(fields), points.map((p) => `${p.channel} ${p.normalized}`).sort(), sorted(attributes)]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

const sorted = (values: object) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
