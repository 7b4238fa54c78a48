/** No place for one more transaction became free in time. */
class NoFreePlace extends Error {
  readonly code = '53300'
}

/**
 * A limited number of places for transactions, assigned in the order of the requests. A transaction that waits for a lock occupies its
 * connection; with fewer places than connections, pages always find a free connection.
 */
export class Places {
  private taken = 0
  private readonly waiting: (() => void)[] = []

  constructor(
    private readonly count: number,
    private readonly waitMs: number,
  ) {}

  /** @throws NoFreePlace when no place is free in time. */
  async use<T>(work: () => Promise<T>): Promise<T> {
    await this.take()
    try {
      return await work()
    } finally {
      this.release()
    }
  }

  private take(): Promise<void> {
    if (this.taken < this.count) {
      this.taken += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(enter), 1)
        reject(new NoFreePlace(`no place for a transaction within ${this.waitMs} ms`))
      }, this.waitMs)
      this.waiting.push(enter)
    })
  }

  private release(): void {
    const next = this.waiting.shift()
    if (next) next()
    else this.taken -= 1
  }
}
