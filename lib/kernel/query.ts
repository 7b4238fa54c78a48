import type { Permission } from '@/lib/access/permissions'
import type { Ctx } from './context'

/** A page or handler called a query without the permission: a bug, because the entry point should have checked it. */
export class NotPermitted extends Error {
  constructor(readonly permission: Permission) {
    super(`needs ${permission}`)
  }
}

/**
 * A read behind a permission. Row scope belongs in its WHERE (`scopedTo`), masking in its result. A read that decides
 * something declares its context as a `WriteCtx`.
 * @throws NotPermitted
 */
export function query<A extends unknown[], T, C extends Ctx = Ctx>(
  permission: Permission,
  run: (ctx: C, ...args: A) => Promise<T>,
) {
  return async (ctx: C, ...args: A): Promise<T> => {
    if (!ctx.viewer.can(permission)) throw new NotPermitted(permission)
    return run(ctx, ...args)
  }
}
