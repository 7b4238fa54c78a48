/** Made by the migration as the tables' owner: the application's role cannot create a queue. */
export const QUEUES = ['imports', 'seal-audit', 'sweep'] as const

export type Queue = (typeof QUEUES)[number]
