import { setImmediate } from 'node:timers/promises'

const BUSY_MS_MAX = 20

/** Lets the process answer requests now and then during a long calculation: await the result between small steps. */
export function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < BUSY_MS_MAX) return
    await setImmediate()
    since = performance.now()
  }
}
