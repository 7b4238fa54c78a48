-- What must be true of merged customers at any moment, whatever happened before. Each query returns the rows that break one rule: the name
-- of the rule and the row. No rows: every rule holds.
with
  active as (select * from merges where undone_at is null),
  roots as (select id, coalesce(survivor_id, id) as root from customers),
  newest_consents as (
    select distinct on (customer_id, preference, purpose) * from consents order by customer_id, preference, purpose, id desc
  )

-- Pointers are flat: a survivor is not absorbed itself.
select 'a survivor is absorbed itself' as rule, c.id::text as row
from customers c join customers s on s.id = c.survivor_id where s.survivor_id is not null
union all

-- Every absorbed record was absorbed by exactly one merge, and every merge that is not undone has absorbed its record.
select 'an absorbed record has not one merge', c.id::text
from customers c where c.survivor_id is not null and (select count(*) from active a where a.absorbed_id = c.id) <> 1
union all
select 'a merge lost its absorbed record', a.id::text
from active a join roots s on s.id = a.customer_id join roots o on o.id = a.absorbed_id where s.root <> o.root
union all

-- Only absorbed records leave something out, and the merge that absorbed them is the reason.
select 'an exclusion without its merge', x.customer_id::text
from merge_exclusions x
where not exists (
  select from active a where a.id = x.merge_id and (a.absorbed_id = x.customer_id or x.customer_id = any(a.carried_ids))
)
union all

-- At most one primary point for each channel, and never a blocked or removed one.
select 'two primary points', p.customer_id::text
from contact_points p where p.primary_at is not null group by p.customer_id, p.channel having count(*) > 1
union all
select 'a primary point that is blocked or removed', p.id::text
from contact_points p where p.primary_at is not null and (p.blocked_at is not null or p.retired_at is not null)
union all

-- No row is lost or doubled: each one that the history knows exists once, on some record.
select 'a note that is not there once', e.subject
from audit_events e
where e.event = 'note.written' and (select count(*) from notes n where 'note:' || n.id = e.subject) <> 1
union all
select 'a case that is not there once', e.subject
from audit_events e
where e.event = 'case.opened' and (select count(*) from cases k where 'case:' || k.id = e.subject) <> 1
union all
select 'a contact point that is not there', e.subject
from audit_events e
where e.event = 'contact.added'
  and not exists (select from contact_points p where p.customer_id = e.customer_id and 'point:' || p.id = e.subject)
union all
select 'a row without its history', n.id::text
from notes n where not exists (select from audit_events e where e.event = 'note.written' and e.subject = 'note:' || n.id)
union all

-- No consent is loosened by an undo: what was refused while two customers were one is refused on both sides, unless it was accepted later.
select 'a refusal that an undo loosened', m.id::text
from merges m
join roots one on one.id in (m.customer_id, m.absorbed_id)
join newest_consents c on c.customer_id = one.id and c.action = 'cancelled' and c.id > m.id and c.at < m.undone_at
join customers other on other.id = case when one.id = m.customer_id then m.absorbed_id else m.customer_id end
where m.undone_at is not null
  and not exists (
    select from consents o
    where o.customer_id in (select r.id from roots r where r.root = (select root from roots where id = other.id))
      and o.preference = c.preference and o.purpose = c.purpose and o.action = 'cancelled'
  )
  and not exists (
    select from consents o
    where o.customer_id = other.id and o.preference = c.preference and o.purpose = c.purpose and o.action = 'accepted' and o.id > c.id
  )
union all

-- Every merge and every undo is in the history of both records.
select 'a merge without its history', m.id::text
from merges m
where not exists (
    select from audit_events e
    where e.customer_id = m.customer_id and e.event = 'customer.merged' and e.subject = 'customer:' || m.absorbed_id and e.at = m.merged_at
  )
  or not exists (
    select from audit_events e where e.customer_id = m.absorbed_id and e.event = 'customer.absorbed' and e.at = m.merged_at
  )
union all
select 'an undo without its history', m.id::text
from merges m
where m.undone_at is not null
  and not exists (
    select from audit_events e where e.customer_id = m.customer_id and e.event = 'customer.merge_undone' and e.at = m.undone_at
  )
union all
select 'a history of a merge that is not there', e.customer_id::text
from audit_events e
where e.event = 'customer.merged'
  and not exists (select from merges m where m.customer_id = e.customer_id and m.merged_at = e.at)
union all

-- Every record is found by its name, within the scope of its survivor.
select 'a record that a search by name does not find', c.id::text
from customers c
join roots r on r.id = c.id
join customers s on s.id = r.root
where not exists (
  select from customer_names n
  where n.customer_id = c.id and n.source = 'name' and n.name_key = name_key(c.name)
    and n.store_id is not distinct from s.store_id and n.assigned_user_id is not distinct from s.assigned_user_id
)
union all

-- A reply goes to the address that its conversation came from, never to another one of the customer.
select 'a reply to another address', s.id::text
from conversation_messages m
join conversations k on k.customer_id = m.customer_id and k.id = m.conversation_id
join sends s on s.id = m.send_id
where m.direction = 'out' and s.address <> k.address;
