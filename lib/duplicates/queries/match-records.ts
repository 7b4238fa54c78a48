import { inArray, sql } from 'drizzle-orm'
import type { Reader } from '@/db/handles'
import { customers } from '@/db/schema'
import type { PostalAddress } from '@/db/schema/contacts'
import { groupIds } from '@/lib/customer-group/scope'
import type { MatchRecord } from '../engine/types'

type Point = { channel: string; normalized: string; address: PostalAddress | null }

const points = sql<
  Point[] | null
>`(select json_agg(json_build_object('channel', p.channel, 'normalized', p.normalized, 'address', p.address))
  from contact_points p where p.retired_at is null and p.customer_id in ${groupIds(sql`customers.id`)})`

/** What the engine compares of these surviving records: their registration, and the live contact points of all their records. */
export async function readMatchRecords(db: Reader, customerIds: readonly string[]): Promise<MatchRecord[]> {
  if (!customerIds.length) return []
  const rows = await db
    .select({ customer: customers, points })
    .from(customers)
    .where(inArray(customers.id, [...customerIds]))
  return rows.map(
    ({ customer: { id, kind, name, preferredName, birthOn, documentType, documentNumber, sex }, points }) => ({
      ...{ id, kind, name, preferredName, birthOn, documentType, documentNumber, sex },
      ...valuesOf(points ?? []),
    }),
  )
}

function valuesOf(points: readonly Point[]): Pick<MatchRecord, 'phones' | 'emails' | 'addresses'> {
  const of = (...channels: string[]) => [
    ...new Set(points.filter(({ channel }) => channels.includes(channel)).map(({ normalized }) => normalized)),
  ]
  const addresses = points.flatMap(({ address }) => (address ? [address] : []))
  return { phones: of('mobile', 'whatsapp', 'landline'), emails: of('email'), addresses }
}
