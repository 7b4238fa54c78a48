import type { z } from 'zod'
import type { AuditEntry } from '@/lib/audit/record'
import { recordMany } from '@/lib/audit/record-many'
import type { AuditEvent } from '@/lib/audit/events'
import { takeFromBudget, type Budget } from './budget'
import { busyAsFailure } from './busy'
import type { StaffAccess } from '@/lib/access/access'
import type { Permission } from '@/lib/access/permissions'
import { actorOf, type WriteCtx } from './context'
import { recordDenied, recordOutOfScope } from './denied'
import { claimReplay, findReplay, saveReplay, oneAtATime } from './idempotency'
import { forbidden, invalid, notFound, refused, type Failure, type Result } from './result'
import { fieldsOf } from './field-errors'

/** One entry of the history; `event` defaults to the command's. */
export type CommandEvent = Omit<AuditEntry, 'event'> & { event?: AuditEvent }

/** The result of a command and its entries for the history. Without events nothing changed and the history gets no entry. */
export type Success<T> = { ok: true; value: T; events: CommandEvent[] }
export type Outcome<T> = Success<T> | { ok: false; failure: Failure }

export const succeed = <T>(value: T, ...events: CommandEvent[]): Success<T> => ({ ok: true, value, events })

/** The result of `prepare`, for `run`. `discard` undoes it when the transaction did not record it. */
export type Prepared<P> = { ok: true; value: P; discard?: () => Promise<void> } | { ok: false; failure: Failure }

type Checks<S extends z.ZodType> = {
  event: AuditEvent
  /** `signed-in` for what everybody may do to their own account. */
  permission: StaffAccess
  /** Permissions that the viewer needs besides. */
  alsoPermissions?: readonly Permission[] | undefined
  /** The budget of the viewer that each attempt counts against, also one that is refused later. */
  budget?: Budget | undefined
  /** A `z.strictObject`: unknown keys are refused. */
  input: S
}

type Definition<S extends z.ZodType, T, P> = Checks<S> & {
  /** Slow work before the transaction, without locks: drawing a PDF, storing a file. Checks the scope itself; `run` checks again. */
  prepare?: ((ctx: WriteCtx, input: z.output<S>) => Promise<Prepared<P>>) | undefined
  run: (ctx: WriteCtx, input: z.output<S>, prepared: P) => Promise<Outcome<T>>
  /** Whether the viewer may still see the stored result when the same form is sent again; `run` checks this the first time. */
  reaches?: (ctx: WriteCtx, input: z.output<S>) => Promise<boolean>
}

export type Command<T> = ((ctx: WriteCtx, input: unknown) => Promise<Result<T>>) & { permission: StaffAccess }

class Rollback extends Error {
  constructor(readonly failure: Failure) {
    super('rolled back')
  }
}

/**
 * A write: permission, then schema, then budget, then `prepare`, then one transaction with the change and its history.
 * A refusal is a value and leaves nothing behind except the denied attempt of a missing permission.
 */
export const command = <S extends z.ZodType, T, P = undefined>(definition: Definition<S, T, P>): Command<T> =>
  checked(definition, (ctx, input) => perform(ctx, input, definition))

/**
 * A write that another command makes: permissions, then schema, then budget, then `delegate`, which runs that command. It has no
 * transaction of its own, so `delegate` only reads.
 */
export const delegatingCommand = <S extends z.ZodType, T>({
  delegate,
  ...checks
}: Checks<S> & { delegate: (ctx: WriteCtx, input: z.output<S>) => Promise<Result<T>> }): Command<T> =>
  checked(checks, delegate)

function checked<S extends z.ZodType, T>(
  { event, permission, alsoPermissions = [], budget, input: schema }: Checks<S>,
  perform: (ctx: WriteCtx, input: z.output<S>) => Promise<Result<T>>,
): Command<T> {
  const required = permission === 'signed-in' ? alsoPermissions : [permission, ...alsoPermissions]
  const attempt = async (ctx: WriteCtx, input: unknown): Promise<Result<T>> => {
    const missing = required.find((one) => !ctx.viewer.can(one))
    if (missing) {
      await recordDenied(ctx, { wanted: event, permission: missing }, input)
      return forbidden()
    }
    const parsed = schema.safeParse(input)
    if (!parsed.success) return invalid(fieldsOf(parsed.error))
    if (budget && !(await takeFromBudget(ctx, budget))) return refused(`budget.${budget}`)
    const result = await perform(ctx, parsed.data)
    if (!result.ok) await auditRefusal(ctx, event, result.failure, parsed.data)
    return result
  }
  const execute = (ctx: WriteCtx, input: unknown) => busyAsFailure(() => attempt(ctx, input))
  return Object.assign(execute, { permission })
}

async function perform<S extends z.ZodType, T, P>(
  ctx: WriteCtx,
  input: z.output<S>,
  definition: Definition<S, T, P>,
): Promise<Result<T>> {
  const { event, prepare, reaches } = definition
  // Without `prepare`, `P` is `undefined`.
  if (!prepare) return transact(ctx, input, definition, undefined as P)
  return oneAtATime(ctx, event, async () => {
    const before = await findReplay(ctx, event)
    if (before && reaches && !(await reaches(ctx, input))) return notFound()
    if (before) return { ok: true, value: before.value as T, repeated: true }
    const prepared = await prepare(ctx, input)
    if (!prepared.ok) return prepared
    let recorded = false
    try {
      const result = await transact(ctx, input, definition, prepared.value)
      recorded = result.ok && !result.repeated
      return result
    } finally {
      if (!recorded) await prepared.discard?.()
    }
  })
}

/** Runs the command in a transaction. A form that is sent again with the same idempotency key gets the first result. */
async function transact<S extends z.ZodType, T, P>(
  ctx: WriteCtx,
  input: z.output<S>,
  { event, run, reaches }: Definition<S, T, P>,
  prepared: P,
): Promise<Result<T>> {
  try {
    return await ctx.db.transaction(async (tx) => {
      const inside = { ...ctx, db: tx }
      const before = await claimReplay(inside, event)
      if (before && reaches && !(await reaches(inside, input))) return notFound()
      if (before) return { ok: true, value: before.value as T, repeated: true }
      const outcome = await run(inside, input, prepared)
      if (!outcome.ok) throw new Rollback(outcome.failure)
      await recordMany(
        tx,
        actorOf(ctx),
        outcome.events.map((entry) => ({ event, ...entry })),
      )
      await saveReplay(inside, event, outcome.value)
      return { ok: true, value: outcome.value }
    })
  } catch (error) {
    if (!(error instanceof Rollback)) throw error
    return { ok: false, failure: error.failure }
  }
}

async function auditRefusal(ctx: WriteCtx, wanted: AuditEvent, failure: Failure, input: unknown) {
  if (failure.kind === 'forbidden') await recordDenied(ctx, { wanted }, input)
  if (failure.kind === 'not_found') await recordOutOfScope(ctx, { wanted }, input)
}
