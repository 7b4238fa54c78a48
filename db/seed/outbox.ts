import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { STORIES } from './stories'

const SHOWN = 80

/** What the offline outbox would still hold: the newest send of the customers written to last, readable and playable; what failed is given up. */
export async function seedOutbox(db: Db): Promise<void> {
  await db.execute(sql`
    insert into outbox (id, customer_id, send_id, kind, channel, payload, state, provider, provider_id, attempts, due_at, failure, created_at, done_at)
    select s.id, s.customer_id, s.id, 'send', s.channel,
      jsonb_strip_nulls(jsonb_build_object('to', s.address, 'subject', m.subject, 'text', btrim(replace(m.body, '{{link}}', ''), E' \n'))),
      case when s.state = 'failed' then 'dead' else 'sent' end, 'offline', s.id, 1, s.created_at,
      case when s.state = 'failed' then 'rejected' end, s.created_at, s.created_at + interval '1 second'
    from (
      select distinct on (customer_id) * from sends where not test and customer_id <> ${STORIES.whale} order by customer_id, id desc
    ) s
    join messages m on m.customer_id = s.customer_id and m.id = s.message_id
    order by s.id desc limit ${SHOWN}`)
}

/** The list of promotional cancellations, as the public link and complaints would have left it beside the ledger. */
export async function seedCancellations(db: Db): Promise<void> {
  await db.execute(sql`
    insert into marketing_cancellations (customer_id, id, channel, address, reason, origin, at)
    select c.customer_id, c.id, 'email', p.normalized, case when c.origin = 'public_link' then c.reason end, c.origin, c.at
    from consents c
    join lateral (
      select normalized from contact_points p where p.customer_id = c.customer_id and p.channel = 'email' order by p.primary_at is null, p.id limit 1
    ) p on true
    where c.preference = 'email' and c.purpose = 'marketing' and c.action = 'cancelled' and c.origin in ('public_link', 'provider')`)
}
