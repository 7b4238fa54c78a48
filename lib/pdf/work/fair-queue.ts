import { PdfError } from './pdf-error'

type Waiting = { person: string; enter: () => void }

export type QueueLimits = {
  atOnce: number
  /** Less than `atOnce`, so that one person never occupies everything. */
  atOncePerPerson: number
  waiting: number
  waitingPerPerson: number
  waitMs: number
}

/** Gives turns in the order of asking, but passes over a person who has as many turns as one person may have at once. */
export class FairQueue {
  private readonly running = new Map<string, number>()
  private readonly waiting: Waiting[] = []

  constructor(private readonly limits: QueueLimits) {}

  /** Resolves when it is this person's turn. @throws PdfError `busy` or `queue_full`. */
  enter(person: string): Promise<void> {
    if (this.isFree(person)) {
      this.count(person, 1)
      return Promise.resolve()
    }
    const { waiting, waitingPerPerson, waitMs } = this.limits
    if (this.waiting.filter((one) => one.person === person).length >= waitingPerPerson)
      throw new PdfError('queue_full', `${waitingPerPerson} PDFs of one person are waiting`)
    if (this.waiting.length >= waiting) throw new PdfError('busy', `${waiting} PDFs are waiting`)
    return new Promise((resolve, reject) => {
      const own: Waiting = {
        person,
        enter: () => {
          clearTimeout(timer)
          resolve()
        },
      }
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(own), 1)
        reject(new PdfError('busy', `no turn within ${waitMs} ms`))
      }, waitMs)
      // A waiting task does not keep the process alive.
      timer.unref()
      this.waiting.push(own)
    })
  }

  leave(person: string): void {
    this.count(person, -1)
    const next = this.waiting.findIndex((one) => this.isFree(one.person))
    if (next < 0) return
    const [one] = this.waiting.splice(next, 1)
    this.count(one!.person, 1)
    one!.enter()
  }

  private isFree(person: string): boolean {
    const total = [...this.running.values()].reduce((sum, count) => sum + count, 0)
    return total < this.limits.atOnce && (this.running.get(person) ?? 0) < this.limits.atOncePerPerson
  }

  private count(person: string, change: 1 | -1): void {
    const count = (this.running.get(person) ?? 0) + change
    if (count) this.running.set(person, count)
    else this.running.delete(person)
  }
}
