import { duplicatePairs } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { notFound } from '@/lib/kernel/result'
import { eventsOf, isPair, lockPairs } from '../lock-pairs'
import { pairIds } from '../policy'
import { onePair } from '../schema'

/** Takes back the decision that two customers are different, so that the pair is suggested again. Doing so twice changes nothing. */
export const reopenPair = command({
  event: 'duplicate.reopened',
  permission: 'duplicates.decide',
  input: onePair,
  run: async (ctx, ids) => {
    const [pair] = await lockPairs(ctx, [ids])
    if (!pair) return notFound()
    const value = pairIds(pair.customerId, pair.otherId)
    if (!pair.decidedAt) return succeed(value)
    await ctx.db
      .update(duplicatePairs)
      .set({ decidedAt: null, decidedBy: null, decidedEvidence: null, decidedReason: null })
      .where(isPair(pair))
    return succeed(value, ...eventsOf(pair))
  },
})
