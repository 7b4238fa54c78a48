/** The migration creates the queues as the owner of the tables, because the application's role cannot. */
export const QUEUES = [
  'archive-documents',
  'bring-back-document',
  'change-statuses',
  'close-idle-interactions',
  'drop-content',
  'expire-acceptances',
  'exports',
  'find-all-duplicates',
  'find-duplicates',
  'generate-agenda',
  'imports',
  'merge-duplicates',
  'seal-acceptances',
  'seal-audit',
  'settle-agenda',
  'sweep',
  'undo-imports',
] as const

export type Queue = (typeof QUEUES)[number]

/**
 * Durations are in seconds. An import sends a heartbeat: when its process was killed it is tried again within about a minute, and it may
 * still run for hours.
 */
export const QUEUE_OPTIONS = {
  imports: { heartbeatSeconds: 20, expireInSeconds: 23 * 3600, retryLimit: 50, retryDelay: 1 },
  'archive-documents': { expireInSeconds: 4 * 3600 },
  'bring-back-document': { retryLimit: 5, retryDelay: 10, retryBackoff: true },
  'change-statuses': { retryLimit: 0 },
  'close-idle-interactions': {},
  'drop-content': { retryLimit: 5, retryDelay: 30, retryBackoff: true },
  'expire-acceptances': {},
  'find-all-duplicates': { expireInSeconds: 2 * 3600, retryLimit: 2, retryDelay: 60 },
  'find-duplicates': { expireInSeconds: 300, retryLimit: 0 },
  'generate-agenda': { expireInSeconds: 2 * 3600, retryLimit: 3, retryDelay: 60 },
  'merge-duplicates': {},
  exports: { heartbeatSeconds: 20, expireInSeconds: 4 * 3600, retryLimit: 5, retryDelay: 5 },
  'seal-acceptances': { retryLimit: 8, retryDelay: 5, retryBackoff: true },
  'seal-audit': {},
  'settle-agenda': { expireInSeconds: 3600, retryLimit: 2, retryDelay: 60 },
  sweep: {},
  'undo-imports': { heartbeatSeconds: 20, expireInSeconds: 23 * 3600, retryLimit: 50, retryDelay: 1 },
} as const satisfies Record<Queue, object>
