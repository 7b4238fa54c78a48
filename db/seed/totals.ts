import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'

/** Counts what `recordInteraction` would have counted, in one go; the last step of a seeding. */
export async function sumUp(db: Db): Promise<void> {
  await db.execute(sql`
    insert into interaction_totals (customer_id, test, channel, kind, times, first_at, last_at)
    select customer_id, test, channel, kind, count(*), min(occurred_at), max(occurred_at) from interactions group by 1, 2, 3, 4`)
  await db.execute(sql`
    insert into journey_totals (customer_id, test, journey_id, step, channel, kind, times, last_at)
    select i.customer_id, i.test, i.journey_id, coalesce(m.step, 0), i.channel, i.kind, count(*), max(i.occurred_at)
    from interactions i
    join sends s on s.customer_id = i.customer_id and s.id = i.send_id
    join messages m on m.customer_id = s.customer_id and m.id = s.message_id
    where i.journey_id is not null group by 1, 2, 3, 4, 5, 6`)
}
