import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Primary } from '@/db/handles'
import { customers, duplicatePairs, duplicateRules } from '@/db/schema'
import { viewerOfUser } from '@/lib/access/viewer-of-user'
import { record } from '@/lib/audit/record'
import type { Customer } from '@/lib/customer-group/lock'
import { takenByDefault } from '@/lib/customers/merge-fields'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import { mergeCustomers } from '@/lib/merges/commands/merge'
import { PARTS_BY_DEFAULT } from '@/lib/merges/contributions'
import { newId } from '@/lib/values/ids'
import { isSameName } from '@/lib/values/same-name'
import { isOpen } from './queries/visible'

/** How many pairs one run reads. The next run continues. */
const PAIRS_MAX = 200

const one = alias(customers, 'one')
const other = alias(customers, 'other')

/**
 * Merges open pairs with the same CPF or CNPJ and compatible names, while an admin has the rule switched on, as that admin. The older record
 * stays. Returns the number of merges. Pairs that cannot be merged stay in the queue.
 */
export async function mergeSameTaxId(db: Primary, now: Date): Promise<number> {
  const [rule] = await db.select().from(duplicateRules)
  const viewer = rule && (await viewerOfUser(rule.enabledBy, db))
  if (!viewer?.can('duplicates.configure') || viewer.scope.kind !== 'all') return 0
  let merged = 0
  for (const { one: first, other: second } of await pairsOfOneTaxId(db)) {
    const [kept, absorbed] = first.createdAt <= second.createdAt ? [first, second] : [second, first]
    if (isSameName(absorbed.name, kept.name) && (await merge({ db, viewer, requestId: newId(), now }, kept, absorbed)))
      merged++
  }
  return merged
}

const pairsOfOneTaxId = (db: Primary) =>
  db
    .select({ one, other })
    .from(duplicatePairs)
    .innerJoin(one, eq(one.id, duplicatePairs.customerId))
    .innerJoin(other, eq(other.id, duplicatePairs.otherId))
    .where(
      and(
        isOpen,
        isNull(one.survivorId),
        isNull(other.survivorId),
        inArray(one.documentType, ['cpf', 'cnpj']),
        eq(one.documentNumber, other.documentNumber),
        eq(one.documentType, other.documentType),
        eq(one.kind, other.kind),
        // A person has separated them.
        sql`not exists (select from merges m where m.undone_at is not null and
          ((m.customer_id = ${one.id} and m.absorbed_id = ${other.id}) or (m.customer_id = ${other.id} and m.absorbed_id = ${one.id})))`,
      ),
    )
    .orderBy(asc(sql`duplicate_pairs.customer_id`), asc(sql`duplicate_pairs.other_id`))
    .limit(PAIRS_MAX)

/** Merges two customers and records that the rule did it, or does nothing when the merge is refused. */
const merge = (ctx: WriteCtx, kept: Customer, absorbed: Customer): Promise<boolean> =>
  ctx.db.transaction(async (tx) => {
    const input = {
      ...{ customerId: kept.id, version: kept.version, otherId: absorbed.id, otherVersion: absorbed.version },
      ...{ take: takenByDefault(kept, absorbed), parts: PARTS_BY_DEFAULT },
    }
    const result = await mergeCustomers({ ...ctx, db: tx }, input)
    if (!result.ok) return false
    const subject = `customer:${absorbed.id}`
    await record(tx, actorOf(ctx), { event: 'duplicate.merged_by_rule', customerId: kept.id, subject })
    return true
  })
