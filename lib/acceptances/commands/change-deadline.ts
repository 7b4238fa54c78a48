import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { addEvidence } from '@/lib/evidence/evidence'
import { succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { acceptanceLinkUntil, moveLinkExpiry } from '@/lib/sending/links'
import { daysAfter } from '@/lib/values/days'
import { lockOwnAcceptance } from '../lock-own'
import { newDeadline } from '../schema'
import { change } from '../signing/lock'
import { statusAt } from '../status'
import { entryOf } from '../history-entry'

/** Changes the deadline of a waiting request to `days` from now, and the end of its links with it. Refusals: `acceptances.not_waiting`. */
export const changeDeadline = customerCommand({
  event: 'acceptance.deadline_changed',
  permission: 'messages.send',
  input: newDeadline,
  run: async (ctx, customer, { acceptanceId, days }) => {
    const acceptance = await lockOwnAcceptance(ctx, customer.id, acceptanceId)
    if (!acceptance) return notFound()
    if (statusAt(acceptance, ctx.now) !== 'waiting') return refused('acceptances.not_waiting')
    const expiresAt = daysAfter(ctx.now, days)
    const dates = { from: acceptance.expiresAt.toISOString(), to: expiresAt.toISOString() }
    await change(ctx.db, acceptance, { expiresAt })
    const link = { customerId: acceptance.customerId, subjectId: acceptance.id }
    await moveLinkExpiry(ctx.db, 'acceptance', link, acceptanceLinkUntil(expiresAt))
    const details = { ...dates, by: ctx.viewer.userId }
    await addEvidence(ctx.db, acceptance, { kind: 'deadline_changed', at: ctx.now, details })
    await touchCustomer(ctx, customer.id)
    const entry = entryOf(customer, acceptance)
    return succeed({ customerId: customer.id, acceptanceId }, { ...entry, details: { ...entry.details, days } })
  },
})
