import type { z } from 'zod'
import type { AuditEvent } from '@/lib/audit/events'
import { command, type Command, type Outcome } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { notFound } from '@/lib/kernel/result'
import { lockUser, type LockedUser } from './user'

type Definition<S extends z.ZodType<{ userId: string }>, T> = {
  event: AuditEvent
  /** A `z.strictObject` with `userId`. */
  input: S
  run: (ctx: WriteCtx, locked: LockedUser, input: z.output<S>) => Promise<Outcome<T>>
}

/** A write to one user, under the lock of their row and of the rows of all active admins. */
export function userCommand<S extends z.ZodType<{ userId: string }>, T>({
  event,
  input,
  run,
}: Definition<S, T>): Command<T> {
  return command({
    event,
    permission: 'users.manage',
    input,
    run: async (ctx: WriteCtx, typed: z.output<S>): Promise<Outcome<T>> => {
      const locked = await lockUser(ctx, typed.userId)
      return locked ? run(ctx, locked, typed) : notFound()
    },
  })
}
