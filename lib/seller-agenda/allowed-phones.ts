import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import {
  canContact,
  type Answer,
  type Means,
  type PointSuppression,
  type Purpose,
  type RecordedPreference,
} from '@/lib/contact-policy/policy'
import type { ContactMeans } from '@/lib/contact-policy/hours-rules'
import { isIncluded } from '@/lib/customer-group/included'
import { liveValues, strictestConsent, type PointState } from '@/lib/customer-group/merged-points'
import type { WriteCtx } from '@/lib/kernel/context'
import { listSuppressedPoints } from '@/lib/sending/suppressed-points'

/** The preference that decides about a means of the agenda. */
export const PREFERENCE_OF = { call: 'agenda', whatsapp: 'whatsapp' } as const satisfies Record<ContactMeans, Means>

type Group = { customerId: string; memberIds: readonly string[] }

type Point = PointState & { channel: 'mobile' | 'landline' | 'whatsapp' }
type Instants = 'primaryAt' | 'blockedAt' | 'retiredAt'
type PointRow = Omit<Point, Instants> & Record<Instants, string | null>
type ConsentRow = Omit<RecordedPreference, 'at'> & { customerId: string; at: string }

/** A phone that may be used to contact the customer, or an answer with the reason why no phone may be used. */
export type AllowedPhone = {
  answer: Answer
  phone: { pointId: string; e164: string; channel: Point['channel'] } | null
}
export type PhoneReader = (customerId: string, means: ContactMeans, purpose: Purpose) => AllowedPhone

/**
 * Reads the phones, preferences and suppressions of some customers at once. The result answers for each of them, by the same rules as the
 * profile. It reads from the primary, because sellers act on the answers. The result contains unmasked numbers: pages must not show them.
 */
export async function readAllowedPhones(ctx: WriteCtx, groups: readonly Group[]): Promise<PhoneReader> {
  const ids = groups.flatMap(({ memberIds }) => memberIds)
  const [points, consents, suppressed] = ids.length
    ? await Promise.all([readPoints(ctx, ids), readConsents(ctx, ids), listSuppressedPoints(ctx, ids)])
    : [[], [], [] as PointSuppression[]]
  const byCustomer = new Map(groups.map((group) => [group.customerId, factsOf(group, points, consents)]))
  return (customerId, means, purpose) => {
    const { live, preferences } = byCustomer.get(customerId) ?? { live: [], preferences: [] }
    const reachable = live.map(({ point, primary, blocked }) => ({
      ...point,
      primary,
      blockedAt: blocked?.blockedAt ?? null,
    }))
    const answer = canContact(reachable, preferences, PREFERENCE_OF[means], purpose, suppressed)
    const point = answer.verdict === 'yes' ? live.find((one) => one.point.id === answer.pointId)?.point : undefined
    return { answer, phone: point ? { pointId: point.id, e164: point.normalized, channel: point.channel } : null }
  }
}

function factsOf(
  { customerId, memberIds }: Group,
  points: readonly Point[],
  consents: readonly (RecordedPreference & { customerId: string })[],
) {
  const isOwn = ({ customerId: id }: { customerId: string }) => memberIds.includes(id)
  const ownConsents = consents.filter(isOwn)
  const same = (one: RecordedPreference) =>
    ownConsents.filter(({ preference, purpose }) => preference === one.preference && purpose === one.purpose)
  return {
    live: liveValues(points.filter(isOwn), customerId),
    preferences: ownConsents.filter((one) => one === strictestConsent(same(one))),
  }
}

const at = (text: string | null) => (text === null ? null : new Date(text))

/**
 * The phones, and the removed ones that are blocked: their block also applies to the same number on another record. `offset 0` keeps the
 * planner from turning the look-ups into a scan of the table.
 */
async function readPoints({ db }: WriteCtx, memberIds: readonly string[]): Promise<Point[]> {
  const rows = await readRows<PointRow>(
    db,
    sql`select p.customer_id as "customerId", p.id, p.channel, p.normalized, p.primary_at as "primaryAt", p.blocked_at as "blockedAt",
      p.retired_at as "retiredAt", not ${isIncluded('contacts', { customerId: sql.raw('p.customer_id'), id: sql.raw('p.id') })} as excluded
    from unnest(${sql.param([...memberIds])}::uuid[]) member (id)
    cross join lateral (select * from contact_points p where p.customer_id = member.id
      and (p.retired_at is null or p.blocked_at is not null) and p.channel in ('mobile', 'landline', 'whatsapp') offset 0) p
    order by p.primary_at is null, p.created_at desc, p.id desc`,
  )
  return rows.map((row) => ({
    ...row,
    primaryAt: at(row.primaryAt),
    blockedAt: at(row.blockedAt),
    retiredAt: at(row.retiredAt),
  }))
}

/** The newest entry of each record for each preference and purpose that the agenda asks about. */
async function readConsents({ db }: WriteCtx, memberIds: readonly string[]) {
  const rows = await readRows<ConsentRow>(
    db,
    sql`select c.customer_id as "customerId", c.preference, c.purpose, c.action, c.at
    from unnest(${sql.param([...memberIds])}::uuid[]) member (id), (values ('agenda'), ('whatsapp')) asked (preference),
      (values ('service'), ('marketing')) of (purpose)
    cross join lateral (select * from consents c where c.customer_id = member.id and c.preference = asked.preference
      and c.purpose = of.purpose order by c.id desc limit 1) c`,
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}
