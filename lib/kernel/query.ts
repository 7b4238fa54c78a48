import type { Permission } from '@/lib/access/permissions'
import type { Ctx } from './context'

/** A page or handler called a query without the permission: a bug, because the entry point should have checked it. */
export class NotPermitted extends Error {
  constructor(readonly permission: Permission) {
    super(`needs ${permission}`)
  }
}

/**
 * A read behind a permission. Row scope belongs in its WHERE (`scopedTo`), masking in its result.
 * @throws NotPermitted
 */
export function query<A extends unknown[], T>(permission: Permission, run: (ctx: Ctx, ...args: A) => Promise<T>) {
  return async (ctx: Ctx, ...args: A): Promise<T> => {
    if (!ctx.viewer.can(permission)) throw new NotPermitted(permission)
    return run(ctx, ...args)
  }
}
