import { and, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { consents, contactPoints, customers, journeys, messages, sends, suppressions } from '@/db/schema'
import { groupIds, survivorIdOf } from '@/lib/customer-group/scope'
import { sendRefusal, type SendContext, type Objection } from './policy'
import { POINT_CHANNEL } from './reach'

type Planned = { customerId: string; sendId: string }

/**
 * Returns the objections to planned sends that are not sent yet, by send. It applies the rules of `planSend` to the record's current
 * survivor. An override reason does not apply to a newer cancellation. One statement checks all of them.
 */
export async function recheckSends(db: Primary, planned: readonly Planned[]): Promise<Map<string, Objection>> {
  if (!planned.length) return new Map()
  const rows = await read(db, planned)
  const objections = new Map<string, Objection>()
  for (const { sendId } of planned) {
    const objection = objectionOf(rows.filter((row) => row.sendId === sendId))
    if (objection) objections.set(sendId, objection)
  }
  return objections
}

type Row = Awaited<ReturnType<typeof read>>[number]

/** `rows` has one row for each suppression of the address, or one row if there is none. */
function objectionOf(rows: Row[]): Objection | null {
  const [row] = rows
  if (!row) return null
  const { channel, purpose, retiredAt, blockedAt, action, consentAt, overrideReason, plannedAt } = row
  const preference = action && consentAt ? { preference: channel, purpose, action, at: consentAt } : undefined
  const suppressed = rows.flatMap(({ suppression }): SendContext['suppressions'] => (suppression ? [suppression] : []))
  const objection = sendRefusal({
    journey: { purpose, retiredAt },
    messageChannel: channel,
    channel,
    point: { blockedAt },
    preference,
    suppressions: suppressed,
  })
  const since = objection?.at && objection.at > plannedAt
  return objection?.overridable && overrideReason && !since ? null : objection
}

async function read(db: Primary, planned: readonly Planned[]) {
  const point = pointOf(db)
  const consent = consentOf(db)
  const asked = sql`unnest(${sql.param(planned.map(({ customerId }) => customerId))}::uuid[], ${sql.param(planned.map(({ sendId }) => sendId))}::uuid[]) asked(customer_id, send_id)`
  return db
    .select({
      sendId: sends.id,
      channel: sends.channel,
      purpose: messages.purpose,
      retiredAt: journeys.retiredAt,
      overrideReason: sends.overrideReason,
      plannedAt: sends.createdAt,
      blockedAt: point.blockedAt,
      action: consent.action,
      consentAt: consent.at,
      suppression: { purpose: suppressions.purpose, reason: suppressions.reason, at: suppressions.at },
    })
    .from(asked)
    .innerJoin(sends, sql`${sends.customerId} = asked.customer_id and ${sends.id} = asked.send_id`)
    .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .innerJoin(customers, eq(customers.id, sends.customerId))
    .leftJoin(journeys, eq(journeys.id, sends.journeyId))
    .leftJoinLateral(point, sql`true`)
    .leftJoinLateral(consent, sql`true`)
    .leftJoin(
      suppressions,
      and(
        eq(suppressions.channel, sends.channel),
        sql`${suppressions.addressHash} = sha256(convert_to(${sends.address}, 'UTF8'))`,
      ),
    )
    .orderBy(suppressions.purpose)
}

const root = survivorIdOf(customers)

/** The blocked point that the send uses or that has its address, on any record of the group, including removed points. */
function pointOf(db: Primary) {
  const p = contactPoints
  const channel = sql`(${JSON.stringify(POINT_CHANNEL)}::jsonb ->> ${sends.channel})`
  const itself = or(eq(p.normalized, sends.address), and(eq(p.id, sends.pointId), isNull(p.retiredAt)))
  return db
    .select({ blockedAt: p.blockedAt })
    .from(p)
    .where(and(inArray(p.customerId, groupIds(root)), sql`${p.channel} = ${channel}`, itself, isNotNull(p.blockedAt)))
    .orderBy(desc(p.blockedAt))
    .limit(1)
    .as('point')
}

/** The same as `strictestConsent` of each record's last consent for this channel and purpose. */
function consentOf(db: Primary) {
  const last = db
    .selectDistinctOn([consents.customerId], { action: consents.action, at: consents.at })
    .from(consents)
    .where(
      and(
        inArray(consents.customerId, groupIds(root)),
        sql`${consents.preference} = ${sends.channel}`,
        eq(consents.purpose, messages.purpose),
      ),
    )
    .orderBy(consents.customerId, desc(consents.id))
    .as('last')
  return db
    .select({ action: last.action, at: last.at })
    .from(last)
    .orderBy(sql`${last.action} = 'cancelled' desc`, desc(last.at))
    .limit(1)
    .as('consent')
}
