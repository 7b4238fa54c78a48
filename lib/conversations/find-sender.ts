import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/handles'
import { contactPoints, conversations, customers, type MESSAGE_SOURCES } from '@/db/schema'
import { survivorIdOf } from '@/lib/customer-group/scope'
import { parsePhone } from '@/lib/values/phones'
import type { Arrival } from './inbound-event'

export type MessageSource = (typeof MESSAGE_SOURCES)[number]

/** The record that a message belongs to, and its contact point with the address of the message. */
export type Sender = { customerId: string; pointId: string | null }

type Found = { sender: Sender } | { unassigned: 'unknown' | 'ambiguous' }

const PHONE_CHANNELS = ['whatsapp', 'mobile', 'landline'] as const
const CANDIDATES_MAX = 50

/**
 * Finds the customer of a message: by the source's id of its conversation, which an agent may have assigned, or by the one customer who has
 * its address in use. If no customer or more than one has it, nobody is chosen.
 */
export async function findSender(db: Reader, source: MessageSource, arrival: Arrival): Promise<Found> {
  const known = await byThread(db, source, arrival)
  if (known) return { sender: known }
  const points = arrival.address ? await pointsWith(db, arrival.address) : []
  const [survivor, ...others] = new Set(points.map(({ survivorId }) => survivorId))
  if (!survivor) return { unassigned: 'unknown' }
  if (others.length) return { unassigned: 'ambiguous' }
  const point = points.find(({ channel }) => channel === arrival.channel) ?? points[0]!
  return { sender: { customerId: point.customerId, pointId: point.pointId } }
}

/** The ids of the customers who have an address in use, at most 50. */
export async function listCandidates(db: Reader, address: string): Promise<string[]> {
  const points = await pointsWith(db, address)
  return [...new Set(points.map(({ survivorId }) => survivorId))]
}

/** Another address in the same conversation may be another person's, so it does not count. */
async function byThread(db: Reader, source: MessageSource, { thread, address }: Arrival): Promise<Sender | null> {
  if (!thread) return null
  const [row] = await db
    .select({ customerId: conversations.customerId, pointId: conversations.pointId })
    .from(conversations)
    .where(
      and(
        eq(conversations.source, source),
        eq(conversations.threadKey, thread),
        address ? eq(conversations.address, address) : isNull(conversations.address),
      ),
    )
    .limit(1)
  return row ?? null
}

/** The live points with exactly this address; the match key only leads to them, because a landline may share it with a mobile. */
async function pointsWith(db: Reader, address: string) {
  const isEmail = address.includes('@')
  const matchKey = isEmail ? address : (parsePhone(address)?.matchKey ?? '')
  return db
    .select({
      survivorId: survivorIdOf(customers),
      customerId: contactPoints.customerId,
      pointId: contactPoints.id,
      channel: contactPoints.channel,
    })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .where(
      and(
        eq(contactPoints.matchKey, matchKey),
        inArray(contactPoints.channel, isEmail ? ['email'] : [...PHONE_CHANNELS]),
        eq(contactPoints.normalized, address),
        isNull(contactPoints.retiredAt),
      ),
    )
    .orderBy(contactPoints.createdAt, contactPoints.id)
    .limit(CANDIDATES_MAX)
}
