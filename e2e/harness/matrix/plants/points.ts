import type { Primary } from '@/db/handles'
import { contactPointVersions, suppressions } from '@/db/schema'
import { addressHash } from '@/lib/sending/address'
import { aPoint } from '@/lib/testing/builders'
import { eachInTurn, POINTS, type RecordIds } from '../record-ids'
import type { Identity } from '../secrets'

const STATES: Record<string, object> = {
  retire: {},
  restore: { retiredAt: new Date() },
  allow: { blockedAt: new Date() },
}

/** Plants a phone, an address, and an e-mail for each action on contact points. The first e-mail has an earlier version. */
export async function plantPoints(db: Primary, customerId: string, identity: Identity): Promise<RecordIds['points']> {
  await aPoint(db, customerId, { channel: 'mobile', value: identity.phone, normalized: identity.phone, matchKey: null })
  const address = { street: identity.street, city: 'Manaus', state: 'AM', country: 'BR' }
  const normalized = identity.street.toLowerCase()
  await aPoint(db, customerId, { channel: 'address', value: identity.street, normalized, matchKey: null, address })
  const points = await eachInTurn(POINTS, async (use) => {
    const value = use === 'change' ? identity.email : `${use}.${identity.email}`
    const point = await aPoint(db, customerId, { value, normalized: value, matchKey: value, ...STATES[use] })
    return point.id
  })
  await db.insert(suppressions).values({
    channel: 'email',
    addressHash: addressHash(`lift.${identity.email}`),
    reason: 'bounced',
    purpose: 'all',
    at: new Date(),
  })
  await db.insert(contactPointVersions).values({
    customerId,
    pointId: points.change,
    version: 0,
    value: identity.formerEmail,
    normalized: identity.formerEmail,
    validFrom: new Date('2025-01-31T12:00:00Z'),
  })
  return points
}
