/** Requests the next item while the current one is being used; it buffers at most one. */
export async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  const ask = () => {
    const asked = source.next()
    // Its error is thrown when its turn comes; until then it must not count as an unhandled rejection.
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
