import { cache } from 'react'
import { accessTo, type EntryPoint } from '@/lib/access/entry-points'
import type { Ctx } from '@/lib/kernel/context'
import { recordDenied } from '@/lib/kernel/denied'

/** What the entry point's declared access says of a context. A missing permission is written to the history, once for page and title. */
export const admit = cache(async (entry: EntryPoint, ctx: Ctx | null): Promise<'in' | 'sign-in' | 'forbidden'> => {
  const access = accessTo(entry)
  if (access === 'public') return 'in'
  if (!ctx) return 'sign-in'
  if (access === 'signed-in' || ctx.viewer.can(access)) return 'in'
  await recordDenied(ctx, { wanted: entry, permission: access })
  return 'forbidden'
})
