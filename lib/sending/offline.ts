import type { Transport } from './transport'

/** Carries nothing anywhere: each message stays readable at /outbox. What a portal without keys sends by. */
export const offlineTransport: Transport = {
  provider: 'offline',
  idempotent: true,
  perSecond: null,
  deliver: async ({ id }) => ({ kind: 'accepted', providerId: id }),
}
