import { randomUUID } from 'node:crypto'
import type { Primary } from '@/db/handles'
import type { Viewer } from '@/lib/access/viewer'
import { viewerOfUser } from '@/lib/access/viewer-of-user'
import { DEMO_USERS, type DemoUser } from '@/lib/auth/demo-users'
import type { WriteCtx } from '@/lib/kernel/context'
import type { Result } from '@/lib/kernel/result'
import { idsAt } from '@/lib/values/ids'

/** An action of a demo user at a moment: it calls the product's commands. */
export type Step = (ctx: WriteCtx) => Promise<unknown>

/** An action of a job, a provider or the customer at a moment. */
export type OutsideStep = (moment: Omit<WriteCtx, 'viewer'>) => Promise<unknown>

type Entry = { at: Date } & ({ by: DemoUser; step: Step } | { by: null; step: OutsideStep })

/**
 * Collects the steps of all stories, and runs them in the order of their moments, each with `ctx.now` set to its own.
 */
export class Timeline {
  private readonly entries: Entry[] = []

  constructor(readonly now: Date) {}

  /** Adds an action of a demo user. */
  add(at: Date, by: DemoUser, ...steps: Step[]): void {
    for (const step of steps) this.entries.push({ at: this.past(at), by, step })
  }

  /** Adds an action of a job, a provider or the customer. */
  addOutside(at: Date, step: OutsideStep): void {
    this.entries.push({ at: this.past(at), by: null, step })
  }

  async run(db: Primary): Promise<void> {
    const viewers = await viewersOf(db)
    const inOrder = [...this.entries].sort((a, b) => a.at.getTime() - b.at.getTime())
    for (const entry of inOrder) {
      const moment = { db, requestId: randomUUID(), now: entry.at, ids: idsAt(entry.at), isProgram: true as const }
      try {
        await (entry.by ? entry.step({ ...moment, viewer: viewers.get(entry.by.id)! }) : entry.step(moment))
      } catch (error) {
        throw new Error(`A demo step failed at ${entry.at.toISOString()}, by ${entry.by?.name ?? 'nobody'}`, {
          cause: error,
        })
      }
    }
  }

  private past(at: Date): Date {
    if (at > this.now) throw new Error(`${at.toISOString()} is in the future`)
    return at
  }
}

async function viewersOf(db: Primary): Promise<Map<string, Viewer>> {
  const viewers = new Map<string, Viewer>()
  for (const { id } of DEMO_USERS) viewers.set(id, (await viewerOfUser(id, db))!)
  return viewers
}

/** Returns the value of a command's result. @throws Error with the refusal, because demo data must be valid. */
export async function accepted<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result
  if (!settled.ok) throw new Error(`refused: ${JSON.stringify(settled.failure)}`)
  return settled.value
}
