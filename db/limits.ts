/** How long one statement may run, wait for a lock, and wait for a free connection; in milliseconds. */
export type Limits = { statementMs: number; lockMs: number; connectionMs: number }

/**
 * By kind of work. `web`: pages and commands, which must answer before a browser gives up; search sets a shorter limit of its own.
 * `jobs`: imports, sweeps and other work of the worker, for which nobody waits.
 */
export const LIMITS = {
  web: { statementMs: 10_000, lockMs: 4_000, connectionMs: 5_000 },
  jobs: { statementMs: 300_000, lockMs: 60_000, connectionMs: 60_000 },
} as const satisfies Record<string, Limits>

export type Work = keyof typeof LIMITS
