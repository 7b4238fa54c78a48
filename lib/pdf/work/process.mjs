/** The process in which PDFs are read and drawn. Plain modules, so that it needs no build: it runs the same under the portal, the seed and the tests. */
const MANY_SECONDS = 30
const MUCH_BYTES = 300 * 1024 * 1024

process.on('message', async ({ task, given }) => {
  process.send({ ...(await attempt(task, given)), spent: isSpent() })
})

async function attempt(task, given) {
  try {
    const { default: work } = await import(`./tasks/${task}.mjs`)
    return { value: await work(given) }
  } catch (error) {
    return {
      failure: error instanceof Error ? error.message : String(error),
      reason: isAllocation(error) ? 'heavy' : (error?.reason ?? 'failed'),
    }
  }
}

const isAllocation = (error) => error instanceof RangeError && /allocation/i.test(error.message)

/** Whether a new process should run the next task, because memory that the libraries use cannot be freed. */
const isSpent = () => process.cpuUsage().user > MANY_SECONDS * 1e6 || process.memoryUsage.rss() > MUCH_BYTES

// It ends with the portal, and not before: a signal to the whole group would break off what the portal still waits for.
process.on('disconnect', () => process.exit())
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)
