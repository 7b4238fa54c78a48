import type { Transport } from './transport'

/** Sends nothing: messages can only be read at /outbox. It is used if no provider is configured. */
export const offlineTransport: Transport = {
  provider: 'offline',
  idempotent: true,
  perSecond: null,
  deliver: async ({ id }) => ({ kind: 'accepted', providerId: id }),
}
