import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { auditSeals } from '@/db/schema'
import { copySeals } from './seal-copy'
import { sign, type Head } from './signature'

const BATCH = 1_000

/**
 * Signs the chain heads that changed since they were last signed, in batches by customer. Returns how many it signed:
 * a second call right after the first returns 0. With `copyFolder` each seal is also appended to a file there.
 */
export async function sealHeads(db: Primary, sealedAt: Date, copyFolder?: string): Promise<number> {
  let sealed = 0
  for (let after: string | undefined, heads: Head[]; ; after = heads.at(-1)!.customerId) {
    heads = await unsealed(db, after)
    if (!heads.length) return sealed
    const rows = heads.map((head) => ({ ...head, signature: sign(head), sealedAt }))
    // The copy comes first: after a crash in between, the next run copies and inserts the same seals again.
    if (copyFolder) await copySeals(copyFolder, rows)
    await db.insert(auditSeals).values(rows).onConflictDoNothing()
    sealed += heads.length
  }
}

async function unsealed(db: Primary, after: string | undefined): Promise<Head[]> {
  const { rows } = await db.execute<{ customer_id: string; seq: string; hash: Buffer }>(sql`
    select c.customer_id, c.seq, c.hash from audit_chains c
    where ${after ? sql`c.customer_id > ${after}::uuid` : sql`true`}
      and not exists (select 1 from audit_seals s where s.customer_id = c.customer_id and s.seq = c.seq)
    order by c.customer_id limit ${BATCH}`)
  return rows.map((row) => ({ customerId: row.customer_id, seq: Number(row.seq), hash: row.hash }))
}
