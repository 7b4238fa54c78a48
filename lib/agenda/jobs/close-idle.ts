import { and, asc, eq, lt, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { agendaInteractions } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { lockGroup } from '@/lib/customer-group/lock'
import { idleSince } from '../idle'

const BATCH = 200

/**
 * Closes the open interactions without activity for more than 4 hours, each in a transaction of its own under the lock of its customer.
 * Returns how many. It is safe to repeat and to run twice at once; one that somebody changes at the same moment stays open.
 */
export async function closeIdleInteractions(db: Primary, now: Date): Promise<number> {
  const isIdle = and(eq(agendaInteractions.situation, 'open'), lt(agendaInteractions.lastActivityAt, idleSince(now)))
  let closed = 0
  for (;;) {
    const idle = await db
      .select({ customerId: agendaInteractions.customerId, id: agendaInteractions.id })
      .from(agendaInteractions)
      .where(isIdle)
      .orderBy(asc(agendaInteractions.lastActivityAt))
      .limit(BATCH)
    for (const one of idle) if (await db.transaction((tx) => closeOne(tx, one, now))) closed++
    if (idle.length < BATCH) return closed
  }
}

type Key = { customerId: string; id: string }

/** Returns false if the interaction is not idle any more. */
export async function closeOne(tx: Primary, { customerId, id }: Key, now: Date): Promise<boolean> {
  const group = await lockGroup(tx, customerId)
  const [closed] = await tx
    .update(agendaInteractions)
    .set({ situation: 'auto_closed', closedAt: now, version: sql`${agendaInteractions.version} + 1` })
    .where(
      and(
        eq(agendaInteractions.customerId, customerId),
        eq(agendaInteractions.id, id),
        eq(agendaInteractions.situation, 'open'),
        lt(agendaInteractions.lastActivityAt, idleSince(now)),
      ),
    )
    .returning({ number: agendaInteractions.number })
  if (!group || !closed) return false
  await record(
    tx,
    { userId: null, requestId: null, now },
    {
      event: 'agenda_interaction.auto_closed',
      customerId: group.survivorId,
      subject: `agenda_interaction:${id}`,
      details: { number: closed.number },
    },
  )
  return true
}
