import { insertContactPoints } from '@/lib/contacts/insert-many'
import { pointEvent, valuesOf } from '@/lib/contacts/point'
import { insertCustomer } from '@/lib/customers/commands/create'
import { command, succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { fail, forbidden } from '@/lib/kernel/result'
import { readFirstPoints } from './first-points'
import { lookAlikeLinks } from './look-alikes'
import { newRegistration } from './schema'

/**
 * Registers a customer with the first phone and e-mail, which become primary (F15). Refusals: `customers.look_alikes` with links to the
 * customers who are probably the same one, unless `isNew`; those of `createCustomer`; those of `addPoint` by field.
 */
export const registerCustomer = command({
  event: 'customer.created',
  permission: 'customers.create',
  budget: 'customer_creations',
  input: newRegistration,
  prepare: async (ctx, input) => {
    const read = readFirstPoints(input)
    if (!read.ok) return read
    if (read.points.length && !ctx.viewer.can('contacts.edit')) return forbidden()
    const links = input.isNew ? [] : await lookAlikeLinks(ctx, input, read.points)
    if (links.length) return fail({ kind: 'invalid', code: 'customers.look_alikes', links })
    return { ok: true, value: read.points }
  },
  run: async (ctx, { phone: _p, email: _e, asTyped: _t, isNew: _n, ...person }, points) => {
    const created = await insertCustomer(ctx, person)
    if (!created.ok) return created
    const { customerId } = created.value
    const rows = points.map((point) => ({
      ...point,
      customerId,
      id: idsOf(ctx).row(),
      primary: true,
      address: undefined,
      label: undefined,
    }))
    if (rows.length) await insertContactPoints(ctx, rows)
    const added = rows.flatMap((row) => [
      pointEvent(row, { event: 'contact.added', before: null, after: valuesOf({ value: row.value, label: null }) }),
      pointEvent(row, { event: 'contact.made_primary' }),
    ])
    return succeed(created.value, ...created.events, ...added)
  },
})
