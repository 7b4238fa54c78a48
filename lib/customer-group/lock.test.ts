import { eq, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { customers } from '@/db/schema'
import { aCtx, aCustomer, aMerged, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newCustomerId } from '@/lib/values/ids'
import { lockCustomer, lockGroup, lockGroups } from './lock'

const { db, pool } = useTestDatabase()

/** Whether another connection would have to wait for this record. */
async function isLocked(id: string): Promise<boolean> {
  const free = await pool()
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.id, id))
    .for('no key update', { skipLocked: true })
  return free.length === 0
}

/** Runs `work` inside a transaction of its own connection, then rolls it back. */
async function inTransaction(work: (tx: Primary) => Promise<void>): Promise<void> {
  const rollback = new Error('rolled back on purpose')
  await pool()
    .transaction(async (tx) => {
      await work(tx)
      throw rollback
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error
    })
}

it('locks the survivor and every absorbed record, whichever of them is named', async () => {
  const { survivor, absorbed } = await aMerged(pool())
  const stranger = await aCustomer(pool())
  for (const { id } of [survivor, absorbed])
    await inTransaction(async (tx) => {
      const group = await lockGroup(tx, id)
      expect(group).toMatchObject({ survivorId: survivor.id, memberIds: [survivor.id, absorbed.id] })
      expect(group?.survivor.id).toBe(survivor.id)
      expect(await Promise.all([survivor.id, absorbed.id, stranger.id].map(isLocked))).toEqual([true, true, false])
    })
})

it('sees a merge that was committed while it waited for the lock', async () => {
  const survivor = await aCustomer(pool())
  const late = await aCustomer(pool())
  let waiting: Promise<unknown> = Promise.resolve()
  let seen: readonly string[] = []
  await pool().transaction(async (tx) => {
    await lockGroups(tx, [survivor.id, late.id])
    waiting = pool().transaction(async (other) => {
      seen = (await lockGroup(other, survivor.id))?.memberIds ?? []
    })
    await untilSomebodyWaits()
    await tx.update(customers).set({ survivorId: survivor.id }).where(eq(customers.id, late.id))
  })
  await waiting
  expect(seen).toEqual([survivor.id, late.id])
})

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await pool().execute(
      sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length) return
  }
}

it('never deadlocks when two callers name the same groups in opposite orders', async () => {
  const [one, two] = [await aMerged(pool()), await aMerged(pool())]
  const ids = [one.survivor.id, two.absorbed.id]
  const rounds = Array.from({ length: 20 }, (_, at) => (at % 2 ? ids : ids.toReversed()))
  const locked = await Promise.all(rounds.map((order) => pool().transaction((tx) => lockGroups(tx, order))))
  expect(locked.map((groups) => groups.size)).toEqual(rounds.map(() => 2))
})

it('returns nothing for an unknown id', async () => {
  expect(await lockGroup(db(), newCustomerId())).toBeNull()
})

it('decides by the scope of the survivor, and locks nothing outside it', async () => {
  const [mine, theirs] = [await aStore(pool()), await aStore(pool())]
  const ctx = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [mine.id] })
  const visible = await aMerged(pool(), { survivor: { storeId: mine.id }, absorbed: { storeId: theirs.id } })
  const hidden = await aMerged(pool(), { survivor: { storeId: theirs.id }, absorbed: { storeId: mine.id } })
  await inTransaction(async (tx) => {
    expect((await lockCustomer({ ...ctx, db: tx }, visible.absorbed.id))?.id).toBe(visible.survivor.id)
    expect(await lockCustomer({ ...ctx, db: tx }, hidden.absorbed.id)).toBeNull()
    expect(await isLocked(hidden.survivor.id)).toBe(false)
  })
})
