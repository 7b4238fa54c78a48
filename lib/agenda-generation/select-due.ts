import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/handles'
import { readRows } from '@/db/read'
import type { AgendaRule } from '@/lib/agenda/rules'
import { permissionsOf } from '@/lib/access/permissions'
import { ROLES } from '@/db/schema/users'
import { env } from '@/lib/env'
import type { Money } from '@/lib/values/money'
import { MAY_CONTACT, outsideBlackout, NEWEST_CONSENT } from './may-contact'
import { occasionsOf, type Run } from './occasions'

/** The customers with ids after `after`, up to and including `last`. */
export type Range = { after: string; last: string }

/** A reason that a rule gives to a customer on the day of the run. */
export type Due = {
  rule_id: string
  customer_id: string
  period: string
  closes_on: string
  kind: 'person' | 'company'
  name: string
  store_id: string
  store_name: string
  seller_id: string | null
  seller_name: string | null
  /** What is left of expiring credits, one amount for each currency. */
  credit: Money[] | null
}

/** The roles of the users to whom a reason can be assigned. */
const SELLER_ROLES = ROLES.filter((role) => permissionsOf(role).includes('agenda.work'))

const isSeller = (alias: string) =>
  sql`${sql.raw(alias)}.deactivated_at is null and ${sql.raw(alias)}.role = any(${sql.param(SELLER_ROLES)}::text[])`

export const FIRST = '00000000-0000-0000-0000-000000000000'

/** The id of the last of the next `size` customers after an id; null when there are none. */
export async function lastOfBatch(db: Reader, after: string, size: number): Promise<string | null> {
  const [row] = await readRows<{ id: string }>(
    db,
    sql`select id from (select id from customers where survivor_id is null and id > ${after}::uuid order by id limit ${size}) batch
      order by id desc limit 1`,
  )
  return row?.id ?? null
}

/**
 * Finds the reasons that these rules give today to the customers of a range, without those that exist already. Merged records count as one
 * customer. A customer gets no reason without consent, without a phone that may be called, within the blackout, or without a store. The
 * reason goes to the assigned user if active, else to the active seller of the last purchase, else to the store.
 */
export async function selectDue(
  db: Reader,
  rules: readonly AgendaRule[],
  run: Run & { blackoutDays: number },
  { after, last }: Range,
): Promise<Due[]> {
  const occasions = rules.map((rule) => occasionsOf(rule, run)).filter((select) => select !== null)
  if (!occasions.length) return []
  return readRows<Due>(
    db,
    sql`with batch as materialized (
        select id, kind, coalesce(preferred_name, name) as name, birth_on, store_id, assigned_user_id from customers
        where survivor_id is null and id > ${after}::uuid and id <= ${last}::uuid),
      members as materialized (
        select b.id as root, array_prepend(b.id, array(select a.id from customers a where a.survivor_id = b.id)) as ids from batch b),
      latest as materialized (
        select m.root, newest.bought_on, newest.store_id, newest.seller_id from members m cross join lateral (
          select (p.purchased_at at time zone ${env().COMPANY_TIME_ZONE})::date as bought_on, p.store_id, p.seller_id
          from unnest(m.ids) record (id) cross join lateral (select p.purchased_at, p.store_id, p.seller_id from purchases p
            where p.customer_id = record.id and p.situation <> 'cancelled' order by p.purchased_at desc, p.id desc limit 1) p
          order by p.purchased_at desc limit 1) newest),
      due as materialized (${sql.join(occasions, sql` union all `)})
      select d.rule_id, d.root as customer_id, d.period, d.closes_on::text, b.kind, b.name, s.id as store_id, s.name as store_name,
        coalesce(assigned.id, seller.id) as seller_id, coalesce(assigned.name, seller.name) as seller_name, d.credit
      from due d
      join batch b on b.id = d.root
      join members m on m.root = d.root
      cross join ${NEWEST_CONSENT}
      left join latest l on l.root = d.root
      left join users assigned on assigned.id = b.assigned_user_id and ${isSeller('assigned')}
      left join users seller on seller.id = l.seller_id and ${isSeller('seller')}
      join stores s on s.id = coalesce(b.store_id, l.store_id, (select us.store_id from user_stores us
        where us.user_id = coalesce(assigned.id, seller.id) order by us.store_id limit 1))
      where ${MAY_CONTACT} and ${outsideBlackout(run.blackoutDays, run.day)}
        and coalesce((select false from agenda_reasons r where r.customer_id = any(m.ids) and r.rule_id = d.rule_id
          and r.period = d.period limit 1), true)
      order by d.root, d.rule_id, d.period`,
  )
}
