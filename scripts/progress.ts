const inPlace = Boolean(process.stdout.isTTY)
const TICK_MS = inPlace ? 100 : 15_000

/** Runs one step and prints its label and duration; in a terminal it shows the elapsed seconds meanwhile. */
export async function step<T>(label: string, work: () => Promise<T>, outcome?: (result: T) => string): Promise<T> {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
  const waiting = () =>
    inPlace ? process.stdout.write(`\r\x1b[K  … ${label}  ${seconds()}`) : console.log(`  … ${label}  ${seconds()}`)
  if (inPlace) waiting()
  const timer = setInterval(waiting, TICK_MS)
  const show = (mark: string, text: string) =>
    process.stdout.write(`${inPlace ? '\r\x1b[K' : ''}  ${mark} ${text}  ${seconds()}\n`)
  try {
    const result = await work()
    show('✓', outcome?.(result) ?? label)
    return result
  } catch (error) {
    show('✗', label)
    throw error
  } finally {
    clearInterval(timer)
  }
}
