import type { Primary } from '@/db/handles'
import type { customers } from '@/db/schema'
import type { StoredReason } from '@/db/schema/duplicates'
import { savePairs } from '@/lib/duplicates/commands/save-pairs'
import { pairIds } from '@/lib/duplicates/policy'
import { aCustomer } from './builders'

type Over = {
  one?: Partial<typeof customers.$inferInsert>
  other?: Partial<typeof customers.$inferInsert>
  probability?: number
  reasons?: StoredReason[]
  evidence?: string
}

/** Long enough ago for the job that compares changed customers to leave the pair alone. */
const COMPARED_AT = new Date(Date.now() - 7 * 24 * 3_600_000)

/** Two customers who are probably the same one, as the background finds them. */
export async function aPair(db: Primary, over: Over = {}) {
  const one = await aCustomer(db, { name: 'Ana Duplicada Souza', updatedAt: COMPARED_AT, ...over.one })
  const other = await aCustomer(db, { name: 'Anna Duplicada Souza', updatedAt: COMPARED_AT, ...over.other })
  await savePair(db, one.id, other.id, over)
  return { ...pairIds(one.id, other.id), one, other, evidence: over.evidence ?? 'e1' }
}

/** Saves a pair of two customers who exist already. */
export const savePair = (
  db: Primary,
  a: string,
  b: string,
  { probability = 0.9, reasons = SIMILAR_NAME, evidence = 'e1' }: Over = {},
) => savePairs(db, [{ a, b, score: { probability, reasons }, evidence }])

const SIMILAR_NAME = [{ field: 'given_name', level: 'similar', weight: 4 }]
