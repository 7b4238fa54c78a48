import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { onceKeys } from '@/db/schema'
import type { AuditEvent } from '@/lib/audit/events'
import type { Ctx } from './context'
import { isUuid } from '@/lib/values/ids'

/** The hidden field that tells one visit to a form from another; see `IdempotencyField`. */
export const ONCE = 'once'

const digest = (...parts: unknown[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest()

/** What a form with a one-time key comes to, or null without one. The same form with other words is another wish: who goes back and changes one is heard. */
export const onceOf = (key: unknown, words: unknown): string | null =>
  isUuid(key) ? digest(key, words).toString('hex') : null

/**
 * Takes the form's key for the rest of the transaction; who sends it at the same time waits here for how it ends. Answers what the
 * same person's same form came to before, or null: it is the first, or has none.
 */
export async function doneBefore(ctx: Ctx, event: AuditEvent): Promise<{ value: unknown } | null> {
  if (!ctx.once) return null
  const key = keyOf(ctx, event)
  const taken = await ctx.db
    .insert(onceKeys)
    .values({ key, doneAt: ctx.now })
    .onConflictDoNothing()
    .returning({ key: onceKeys.key })
  if (taken.length) return null
  const [before] = await ctx.db.select({ value: onceKeys.value }).from(onceKeys).where(eq(onceKeys.key, key))
  return before ?? null
}

/** The answer that the same person's same form got before, or null; takes no lock. */
export async function findReplay(ctx: Ctx, event: AuditEvent): Promise<{ value: unknown } | null> {
  if (!ctx.once) return null
  const [before] = await ctx.db
    .select({ value: onceKeys.value })
    .from(onceKeys)
    .where(eq(onceKeys.key, keyOf(ctx, event)))
  return before ?? null
}

// Next loads this module more than once; forms sent twice at the same moment must meet in one map.
const shared = globalThis as typeof globalThis & { retratoForms?: Map<string, Promise<unknown>> }

/** Runs `work` after every earlier `work` of the same form in this process, so that a double click prepares its command once. */
export async function oneAtATime<T>(ctx: Ctx, event: AuditEvent, work: () => Promise<T>): Promise<T> {
  if (!ctx.once) return work()
  const forms = (shared.retratoForms ??= new Map())
  const key = keyOf(ctx, event).toString('hex')
  const earlier = forms.get(key) ?? Promise.resolve()
  const own = earlier.catch(() => undefined).then(work)
  forms.set(key, own)
  try {
    return await own
  } finally {
    if (forms.get(key) === own) forms.delete(key)
  }
}

/** Keeps the answer beside the key, as JSON. */
export async function keepDone(ctx: Ctx, event: AuditEvent, value: unknown): Promise<void> {
  if (ctx.once)
    await ctx.db
      .update(onceKeys)
      .set({ value })
      .where(eq(onceKeys.key, keyOf(ctx, event)))
}

const keyOf = ({ once, viewer }: Ctx, event: AuditEvent) => digest(viewer.userId, event, once)
