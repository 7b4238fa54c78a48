import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { record } from '@/lib/audit/record'
import { today } from '@/lib/kernel/today'
import { currentCause, currentStatus, type ReasonStatus } from '../reason-status'

const BATCH = 2_000
const FIRST = '00000000-0000-0000-0000-000000000000'

type Key = { customer_id: string; id: string }
type Settled = Key & { status: Exclude<ReasonStatus, 'pending'> }

/**
 * Writes the status of the pending reasons that have ended: lost, returned without agenda, or cancelled. Each is written once. Goes through
 * the pending reasons by customer, in short transactions, and returns how many ended. It is safe to repeat, to kill and to run twice at
 * once.
 */
export async function settleReasons(db: Primary, now: Date, isStopped = () => false): Promise<number> {
  let settled = 0
  for (let after: Key | undefined = { customer_id: FIRST, id: FIRST }; after && !isStopped();) {
    const batch: { last: Key | undefined; settled: number } = await db.transaction((tx) => settleBatch(tx, after!, now))
    settled += batch.settled
    after = batch.last
  }
  return settled
}

/** `last` is the place to continue after; undefined at the end. */
async function settleBatch(tx: Primary, after: Key, now: Date): Promise<{ last: Key | undefined; settled: number }> {
  // The rows are locked before their status is computed, so that a contact that was recorded meanwhile counts.
  const { rows: keys } = await tx.execute<Key>(sql`select customer_id, id from agenda_reasons
    where status = 'pending' and (customer_id, id) > (${after.customer_id}::uuid, ${after.id}::uuid)
    order by customer_id, id limit ${BATCH} for no key update skip locked`)
  const ids = sql.param(keys.map(({ id }) => id))
  const customerIds = sql.param(keys.map(({ customer_id: customerId }) => customerId))
  const { rows: ended } = await tx.execute<Settled>(sql`
    update agenda_reasons target set status = computed.status, cancel_cause = computed.cause, settled_at = ${now.toISOString()}::timestamptz,
      version = target.version + 1
    from (select r.customer_id, r.id, ${currentStatus(today(now))} as status, ${currentCause()} as cause
      from unnest(${customerIds}::uuid[], ${ids}::uuid[]) key (customer_id, id)
      join agenda_reasons r on r.customer_id = key.customer_id and r.id = key.id offset 0) computed
    where target.customer_id = computed.customer_id and target.id = computed.id and target.status = 'pending'
      and computed.status <> 'pending'
    returning target.customer_id, target.id, target.status`)
  await recordSettled(tx, ended, now)
  return { last: keys.length < BATCH ? undefined : keys.at(-1), settled: ended.length }
}

/** Records one entry of the history for a batch, because the end of a day can settle very many reasons. The digest identifies them. */
async function recordSettled(tx: Primary, ended: readonly Settled[], now: Date): Promise<void> {
  if (!ended.length) return
  const count = (status: Settled['status']) => ended.filter((row) => row.status === status).length
  const digest = createHash('sha256').update(
    ended
      .map(({ id, status }) => `${id} ${status}`)
      .sort()
      .join('\n'),
  )
  await record(
    tx,
    { userId: null, requestId: null, now },
    {
      event: 'agenda_rule.settled',
      customerId: null,
      details: {
        ...{ lost: count('lost'), returned: count('returned'), cancelled: count('cancelled') },
        sha256: digest.digest('hex'),
      },
    },
  )
}
