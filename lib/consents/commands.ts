import { consents } from '@/db/schema'
import { i18n } from '@/lib/i18n/translator'
import { done } from '@/lib/kernel/command'
import { customerCommand, touchCustomer } from '@/lib/kernel/customer'
import { newId } from '@/lib/kernel/ids'
import { newestOf } from './newest'
import { preferenceChange } from './schema'

/**
 * Records that a customer accepted or cancelled being contacted on a channel for a purpose, with the words it was
 * recorded under. What stands already is not written again.
 */
export const setPreference = customerCommand({
  event: 'consent.accepted',
  permission: 'consents.edit',
  input: preferenceChange,
  run: async (ctx, customer, { preference, purpose, action, reason }) => {
    const before = await newestOf(ctx, customer.id, preference, purpose)
    if (before?.action === action) return done({ customerId: customer.id })
    const id = newId()
    const textShown = i18n(ctx.viewer.locale).t(`consents.statement.${preference}.${purpose}`)
    const by = { actorId: ctx.viewer.userId, origin: 'admin' as const, at: ctx.now }
    await ctx.db.insert(consents).values({ customerId: customer.id, id, preference, purpose, action, reason, textShown, ...by })
    await touchCustomer(ctx, customer.id)
    return done(
      { customerId: customer.id },
      {
        event: `consent.${action}`,
        customerId: customer.id,
        subject: `consent:${id}`,
        details: { preference, purpose, origin: by.origin },
        ...(reason && { before: null, after: { reason } }),
      },
    )
  },
})
