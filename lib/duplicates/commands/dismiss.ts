import { duplicatePairs } from '@/db/schema'
import { command, succeed, type CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { conflict, notFound } from '@/lib/kernel/result'
import { eventsOf, isPair, lockPairs, type LockedPair } from '../lock-pairs'
import { pairIds, type PairIds } from '../policy'
import { pairDecision, pairDecisions } from '../schema'

/**
 * Records for everybody that two customers are different, until their compared values change. Doing so twice changes nothing.
 * Refusal: `duplicates.changed`, when the evidence is no longer the one that the person saw.
 */
export const dismissPair = command({
  event: 'duplicate.dismissed',
  permission: 'duplicates.decide',
  input: pairDecision,
  run: async (ctx, { reason, evidence, ...ids }) => {
    const [pair] = await lockPairs(ctx, [ids])
    if (!pair) return notFound()
    if (pair.evidence !== evidence) return conflict('duplicates.changed')
    return succeed(pairIds(pair.customerId, pair.otherId), ...(await dismiss(ctx, pair, reason)))
  },
})

/** The same for up to 50 pairs. Pairs that changed or were decided meanwhile are skipped, and so are those out of the viewer's scope. */
export const dismissPairs = command({
  event: 'duplicate.dismissed',
  permission: 'duplicates.decide',
  input: pairDecisions,
  run: async (ctx, { pairs, reason }) => {
    const shown = new Map(pairs.map((pair) => [keyOf(pair), pair.evidence]))
    const events: CommandEvent[] = []
    let dismissed = 0
    for (const pair of await lockPairs(ctx, pairs)) {
      if (pair.evidence !== shown.get(keyOf(pair)) || isDecided(pair)) continue
      events.push(...(await dismiss(ctx, pair, reason)))
      dismissed++
    }
    return dismissed ? succeed({ dismissed, skipped: shown.size - dismissed }, ...events) : notFound()
  },
})

const keyOf = ({ customerId, otherId }: PairIds) => Object.values(pairIds(customerId, otherId)).join('.')

const isDecided = ({ evidence, decidedEvidence }: LockedPair) => decidedEvidence === evidence

async function dismiss({ db, now, viewer }: WriteCtx, pair: LockedPair, reason: string | null) {
  if (isDecided(pair)) return []
  await db
    .update(duplicatePairs)
    .set({ decidedAt: now, decidedBy: viewer.userId, decidedEvidence: pair.evidence, decidedReason: reason })
    .where(isPair(pair))
  return eventsOf(pair, reason ? { before: null, after: { reason } } : {})
}
