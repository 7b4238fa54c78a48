import { contactPoints } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { idsOf } from '@/lib/kernel/context'
import { invalid } from '@/lib/kernel/result'
import { pointsOf, refuseDuplicate, pointEvent, valuesOf } from '../point'
import { refuseMisspelt } from '../misspelt'
import { readValue } from '../read-value'
import { addition } from '../schema'
import { setPrimary } from '../primary'

/**
 * Adds a point, allowed for sending; `primary` also makes it the channel's primary point.
 * Refusals: an invalid value by field; `contacts.duplicate`; `contacts.blocked_before`; `contacts.misspelt`, unless `asTyped`.
 */
export const addPoint = customerCommand({
  event: 'contact.added',
  permission: 'contacts.edit',
  input: addition,
  run: async (ctx, customer, { customerId: _, channel, label, primary, asTyped, ...typed }) => {
    const read = readValue(channel, typed)
    if (!read.ok) return invalid(read.fields)
    const misspelt = refuseMisspelt(channel, read.value.value, asTyped)
    if (misspelt) return misspelt
    const point = { customerId: customer.id, id: idsOf(ctx).row(), channel, label, ...read.value }
    const all = await pointsOf(ctx, customer.id)
    const taken = refuseDuplicate(all, point)
    if (taken) return invalid(taken)
    await ctx.db
      .insert(contactPoints)
      .values({ ...point, createdAt: ctx.now, changedAt: ctx.now, createdBy: ctx.viewer.userId })
    const star = primary ? await setPrimary(ctx, all, point) : []
    await touchCustomer(ctx, customer.id)
    return succeed(
      { customerId: customer.id, pointId: point.id, channel },
      pointEvent(point, { before: null, after: valuesOf(point) }),
      ...star,
    )
  },
})
