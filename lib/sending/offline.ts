import type { Carrier } from './carrier'

/** Carries nothing anywhere: each message stays readable at /outbox. What a portal without keys sends by. */
export const offlineCarrier: Carrier = {
  provider: 'offline',
  idempotent: true,
  perSecond: null,
  deliver: async ({ id }) => ({ kind: 'accepted', providerId: id }),
}
