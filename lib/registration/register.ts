import { insertContactPoints } from '@/lib/contacts/insert-many'
import { pointEvent, valuesOf } from '@/lib/contacts/point'
import { insertCustomer } from '@/lib/customers/commands/create'
import { command, succeed } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { fail, forbidden } from '@/lib/kernel/result'
import { listLookAlikes } from '@/lib/search/look-alikes'
import { readFirstPoints } from './first-points'
import { newRegistration, type NewRegistration } from './schema'

/**
 * Registers a customer with the first phone and e-mail, which become primary (F15). Refusals: `customers.look_alikes` with links to the
 * customers who have the same name, tax id, phone or e-mail, unless `isNew`; those of `createCustomer`; those of `addPoint` by field.
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
    const links = input.isNew ? [] : await lookAlikesOf(ctx, input)
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

async function lookAlikesOf(ctx: WriteCtx, input: NewRegistration) {
  const { name, documentType, documentNumber, email, phone } = input
  const wanted = [
    documentNumber && { q: documentNumber, type: documentType === 'cnpj' ? ('cnpj' as const) : ('cpf' as const) },
    email && { q: email, type: 'email' as const },
    phone && { q: phone, type: 'mobile' as const },
    { q: name, type: 'name' as const },
  ].filter((one) => one !== null && one !== '')
  const found = await listLookAlikes(ctx, wanted)
  return found.map(({ id, name, detail }) => ({
    href: `/customers/${id}`,
    label: [name, detail].filter(Boolean).join(' · '),
  }))
}
