import { consents } from '@/db/schema'
import { strictestConsent } from '@/lib/customer-group/merged-points'
import { i18n } from '@/lib/i18n/translator'
import { succeed, type CommandEvent } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { fail } from '@/lib/kernel/result'
import { newestOf } from './newest'
import { preferenceChange, type PreferenceChange } from './schema'

/**
 * Records that a customer accepted or cancelled contact on a channel for a purpose, with the text that the customer saw.
 * An unchanged state is not written again. An acceptance is written for every merged record that had cancelled.
 * Refusals: `required` by field, for an acceptance after a cancellation without the reason or the source, which are its evidence.
 */
export const setPreference = customerCommand({
  event: 'consent.accepted',
  permission: 'consents.edit',
  input: preferenceChange,
  run: async (ctx, { id }, change) => {
    const before = await newestOf(ctx, id, change.preference, change.purpose)
    const current = strictestConsent(before)?.action
    if (current === change.action) return succeed({ customerId: id })
    if (current === 'cancelled') {
      const fields = missingEvidence(change)
      if (Object.keys(fields).length) return fail({ kind: 'invalid', code: 'consents.needs_evidence', fields })
    }
    const lifted =
      change.action === 'accepted'
        ? before.filter(({ action, customerId }) => action === 'cancelled' && customerId !== id)
        : []
    const events: CommandEvent[] = []
    for (const customerId of [id, ...lifted.map((row) => row.customerId)])
      events.push(await write(ctx, { ...change, customerId }))
    await touchCustomer(ctx, id)
    return succeed({ customerId: id }, ...events)
  },
})

const missingEvidence = ({ reason, source }: PreferenceChange): Record<string, string> => ({
  ...(!reason && { reason: 'required' }),
  ...(!source && { source: 'required' }),
})

async function write(
  ctx: WriteCtx,
  { customerId, preference, purpose, action, reason, source }: PreferenceChange,
): Promise<CommandEvent> {
  const id = idsOf(ctx).row()
  const textShown = i18n(ctx.viewer.locale).t(`consents.statement.${preference}.${purpose}`)
  const by = { actorId: ctx.viewer.userId, origin: 'admin' as const, at: ctx.now }
  await ctx.db
    .insert(consents)
    .values({ customerId, id, preference, purpose, action, reason, source, textShown, ...by })
  return {
    event: `consent.${action}`,
    customerId,
    subject: `consent:${id}`,
    details: { preference, purpose, origin: by.origin, ...(source && { consentSource: source }) },
    ...(reason && { before: null, after: { reason } }),
  }
}
