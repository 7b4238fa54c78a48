import type { z } from 'zod'
import { record, type AuditEntry } from '@/lib/audit/record'
import type { AuditEvent } from '@/lib/audit/events'
import type { Permission } from '@/lib/access/permissions'
import { actorOf, type Ctx } from './context'
import { recordDenied, recordOutOfScope } from './denied'
import { doneBefore, keepDone } from './once'
import { forbidden, invalid, notFound, type Failure, type Result } from './result'
import { fieldsOf } from './field-errors'

/** One entry of the history; `event` defaults to the command's. */
export type Told = Omit<AuditEntry, 'event'> & { event?: AuditEvent }

/** A change tells what it did; `tell: []` means that nothing changed and nothing is written. */
export type Done<T> = { ok: true; value: T; tell: Told[] }
export type Outcome<T> = Done<T> | { ok: false; failure: Failure }

export const done = <T>(value: T, ...tell: Told[]): Done<T> => ({ ok: true, value, tell })

/** `signed-in`: what everyone may do to their own account. */
type Needed = Permission | 'signed-in'

type Definition<S extends z.ZodType, T> = {
  event: AuditEvent
  permission: Needed
  /** A `z.strictObject`: unknown keys are refused. */
  input: S
  run: (ctx: Ctx, input: z.output<S>) => Promise<Outcome<T>>
  /** Whether what was done once may still be told of, when the same form comes again; `run` sees to it the first time. */
  reaches?: (ctx: Ctx, input: z.output<S>) => Promise<boolean>
}

export type Command<T> = ((ctx: Ctx, input: unknown) => Promise<Result<T>>) & { permission: Needed }

class Rollback extends Error {
  constructor(readonly failure: Failure) {
    super('rolled back')
  }
}

/**
 * A write: permission, then schema, then one transaction holding the change and its history.
 * A refusal is a value and leaves nothing behind but, for a missing permission, the denied attempt.
 */
export function command<S extends z.ZodType, T>(definition: Definition<S, T>): Command<T> {
  const execute = async (ctx: Ctx, input: unknown): Promise<Result<T>> => {
    if (definition.permission !== 'signed-in' && !ctx.viewer.can(definition.permission)) {
      await recordDenied(ctx, { wanted: definition.event, permission: definition.permission }, input)
      return forbidden()
    }
    const parsed = definition.input.safeParse(input)
    if (!parsed.success) return invalid(fieldsOf(parsed.error))
    const result = await transact(ctx, parsed.data, definition)
    if (!result.ok) await tellRefusal(ctx, definition.event, result.failure, parsed.data)
    return result
  }
  return Object.assign(execute, { permission: definition.permission })
}

/** A form with a one-time key that comes again gets the answer of the first time. */
async function transact<S extends z.ZodType, T>(
  ctx: Ctx,
  input: z.output<S>,
  { event, run, reaches }: Definition<S, T>,
): Promise<Result<T>> {
  try {
    return await ctx.db.transaction(async (tx) => {
      const inside = { ...ctx, db: tx }
      const before = await doneBefore(inside, event)
      if (before && reaches && !(await reaches(inside, input))) return notFound()
      if (before) return { ok: true, value: before.value as T, repeated: true }
      const outcome = await run(inside, input)
      if (!outcome.ok) throw new Rollback(outcome.failure)
      for (const told of outcome.tell) await record(tx, actorOf(ctx), { event, ...told })
      await keepDone(inside, event, outcome.value)
      return { ok: true, value: outcome.value }
    })
  } catch (error) {
    if (!(error instanceof Rollback)) throw error
    return { ok: false, failure: error.failure }
  }
}

async function tellRefusal(ctx: Ctx, wanted: AuditEvent, failure: Failure, input: unknown) {
  if (failure.kind === 'forbidden') await recordDenied(ctx, { wanted }, input)
  if (failure.kind === 'not_found') await recordOutOfScope(ctx, { wanted }, input)
}
