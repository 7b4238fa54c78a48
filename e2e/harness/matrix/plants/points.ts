import type { Primary } from '@/db/handles'
import { contactPointVersions } from '@/db/schema'
import { aPoint } from '@/lib/testing/builders'
import { eachInTurn, POINTS, type Known } from '../known'
import type { Identity } from '../secrets'

const STATES: Record<string, object> = {
  retire: {},
  restore: { retiredAt: new Date() },
  allow: { blockedAt: new Date() },
}

/** A phone, an address, and an e-mail for each action on a contact point; the first e-mail has an earlier version. */
export async function plantPoints(db: Primary, customerId: string, who: Identity): Promise<Known['points']> {
  await aPoint(db, customerId, { channel: 'mobile', value: who.phone, normalized: who.phone, matchKey: null })
  const address = { street: who.street, city: 'Manaus', state: 'AM', country: 'BR' }
  const normalized = who.street.toLowerCase()
  await aPoint(db, customerId, { channel: 'address', value: who.street, normalized, matchKey: null, address })
  const points = await eachInTurn(POINTS, async (use) => {
    const value = use === 'change' ? who.email : `${use}.${who.email}`
    const point = await aPoint(db, customerId, { value, normalized: value, matchKey: value, ...STATES[use] })
    return point.id
  })
  await db.insert(contactPointVersions).values({
    customerId,
    pointId: points.change,
    version: 0,
    value: who.formerEmail,
    normalized: who.formerEmail,
    validFrom: new Date('2025-01-31T12:00:00Z'),
  })
  return points
}
