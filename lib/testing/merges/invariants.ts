import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { verifyAudit } from '@/lib/audit/verify'

const FILE = path.resolve(__dirname, '../../merges/invariants.sql')

/** Returns the rules that are broken, each with a row that breaks it, and the first break of a chain of the history. */
export async function brokenInvariants(db: Primary): Promise<string[]> {
  const { rows } = await db.execute<{ rule: string; row: string }>(sql.raw(readFileSync(FILE, 'utf8')))
  const { first } = await verifyAudit(db)
  return [
    ...rows.map(({ rule, row }) => `${rule}: ${row}`),
    ...(first ? [`the history is ${first.kind}: ${first.customerId}`] : []),
  ]
}
