/** Asks for the next item while the one before is being used: at most one waits. */
export async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  const ask = () => {
    const asked = source.next()
    // Heard when its turn comes; until then nobody waits for it.
    asked.catch(() => undefined)
    return asked
  }
  try {
    for (let asked = ask(); ;) {
      const { done, value } = await asked
      if (done) return
      asked = ask()
      yield value
    }
  } finally {
    await source.return(undefined)
  }
}
