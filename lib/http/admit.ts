import { cache } from 'react'
import type { StaffAccess } from '@/lib/access/access'
import type { WriteCtx } from '@/lib/kernel/context'
import { recordDenied } from '@/lib/kernel/denied'

/**
 * Whether a context has the access that a page or handler needs. A missing permission is written to the history,
 * once per request even though the page and its title both ask.
 */
export const admit = cache(
  async (access: StaffAccess, ctx: WriteCtx | null): Promise<'in' | 'sign-in' | 'second-factor' | 'forbidden'> => {
    if (!ctx) return 'sign-in'
    if (access === 'signed-in' || ctx.viewer.can(access)) return 'in'
    if (ctx.viewer.lacksSecondFactor) return 'second-factor'
    await recordDenied(ctx, { wanted: access })
    return 'forbidden'
  },
)
