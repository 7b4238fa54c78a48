import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { idempotencyKeys } from '@/db/schema'
import type { AuditEvent } from '@/lib/audit/events'
import type { WriteCtx } from './context'
import { isUuid } from '@/lib/values/ids'

/** The hidden field with a form's idempotency key; see `IdempotencyField`. */
export const IDEMPOTENCY_FIELD = 'idempotencyKey'

const digest = (...parts: unknown[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest()

/** The hash of a form's key and its values, or null without a key. An edited form counts as a new request, because its values differ. */
export const idempotencyHash = (key: unknown, words: unknown): string | null =>
  isUuid(key) ? digest(key, words).toString('hex') : null

/**
 * Claims the form's key for this transaction; the same form sent at the same time waits here until the transaction ends. Returns the
 * result of the same user's earlier request with this key, or null when this is the first or has no key.
 */
export async function claimReplay(ctx: WriteCtx, event: AuditEvent): Promise<{ value: unknown } | null> {
  if (!ctx.idempotencyKey) return null
  const key = keyOf(ctx, event)
  const taken = await ctx.db
    .insert(idempotencyKeys)
    .values({ key, doneAt: ctx.now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (taken.length) return null
  const [before] = await ctx.db
    .select({ value: idempotencyKeys.value })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.key, key))
  return before ?? null
}

/** The result of the same user's earlier request with this key, or null. Takes no lock. */
export async function findReplay(ctx: WriteCtx, event: AuditEvent): Promise<{ value: unknown } | null> {
  if (!ctx.idempotencyKey) return null
  const [before] = await ctx.db
    .select({ value: idempotencyKeys.value })
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.key, keyOf(ctx, event)))
  return before ?? null
}

// Next loads this module more than once; all copies must share one map.
const shared = globalThis as typeof globalThis & { retratoForms?: Map<string, Promise<unknown>> }

/** Runs `work` after all earlier `work` with the same key in this process, so that a double click prepares its command once. */
export async function oneAtATime<T>(ctx: WriteCtx, event: AuditEvent, work: () => Promise<T>): Promise<T> {
  if (!ctx.idempotencyKey) return work()
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

/** Stores the result with the key, as JSON. */
export async function saveReplay(ctx: WriteCtx, event: AuditEvent, value: unknown): Promise<void> {
  if (ctx.idempotencyKey)
    await ctx.db
      .update(idempotencyKeys)
      .set({ value })
      .where(eq(idempotencyKeys.key, keyOf(ctx, event)))
}

const keyOf = ({ idempotencyKey, viewer }: WriteCtx, event: AuditEvent) => digest(viewer.userId, event, idempotencyKey)
