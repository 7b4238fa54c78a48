import type { Primary } from '@/db/handles'
import { type customers, duplicatePairs } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { isPair } from '@/lib/duplicates/lock-pairs'
import { pairIds } from '@/lib/duplicates/policy'
import { aCustomer } from '@/lib/testing/builders'
import { savePair } from '@/lib/testing/duplicates'
import { DUPLICATES, eachInTurn, type RecordIds } from '../record-ids'

/** Plants another customer for each action who is probably the same one. About the last of them somebody decided. */
export async function plantDuplicates(
  db: Primary,
  customerId: string,
  row: Partial<typeof customers.$inferInsert>,
): Promise<RecordIds['duplicates']> {
  const ids = await eachInTurn(DUPLICATES, async () => {
    const { id } = await aCustomer(db, { name: 'Sósia', ...row })
    await savePair(db, customerId, id)
    return id
  })
  const decision = { decidedAt: new Date(), decidedBy: HELENA.id, decidedEvidence: 'e1' }
  await db
    .update(duplicatePairs)
    .set(decision)
    .where(isPair(pairIds(customerId, ids.reopen)))
  return ids
}
