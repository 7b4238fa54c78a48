/** Made by the migration as the tables' owner: the application's role cannot create a queue. */
export const QUEUES = [
  'archive-documents',
  'bring-back-document',
  'drop-content',
  'expire-acceptances',
  'imports',
  'seal-acceptances',
  'seal-audit',
  'sweep',
] as const

export type Queue = (typeof QUEUES)[number]

/**
 * Long jobs tell that they live: one whose process was killed is tried again within a minute or so, and one that takes hours is not
 * taken for dead. Seconds, except the limit of tries.
 */
export const QUEUE_OPTIONS = {
  imports: { heartbeatSeconds: 20, expireInSeconds: 23 * 3600, retryLimit: 50, retryDelay: 1 },
  'archive-documents': { expireInSeconds: 4 * 3600 },
  'bring-back-document': { retryLimit: 5, retryDelay: 10, retryBackoff: true },
  'drop-content': { retryLimit: 5, retryDelay: 30, retryBackoff: true },
  'expire-acceptances': {},
  'seal-acceptances': { retryLimit: 8, retryDelay: 5, retryBackoff: true },
  'seal-audit': {},
  sweep: {},
} as const satisfies Record<Queue, object>
