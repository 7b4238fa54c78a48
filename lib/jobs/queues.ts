/** Made by the migration as the tables' owner: the application's role cannot create a queue. */
export const QUEUES = ['imports', 'seal-audit', 'sweep'] as const

export type Queue = (typeof QUEUES)[number]

/**
 * Long jobs tell that they live: one whose process was killed is tried again within a minute or so, and one that takes hours is not
 * taken for dead. Seconds, except the limit of tries.
 */
export const QUEUE_OPTIONS = {
  imports: { heartbeatSeconds: 20, expireInSeconds: 23 * 3600, retryLimit: 50, retryDelay: 1 },
  'seal-audit': {},
  sweep: {},
} as const satisfies Record<Queue, object>
