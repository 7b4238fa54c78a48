import { and, eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import type { DemoUser } from '@/lib/auth/demo-users'
import { takeCase } from '@/lib/cases/commands/assign'
import { commentOnCase } from '@/lib/cases/commands/comment'
import { linkCase } from '@/lib/cases/commands/link'
import { moveCase } from '@/lib/cases/commands/move'
import { openCase as openCaseCommand } from '@/lib/cases/commands/open'
import { DEFAULT_STATES } from '@/lib/cases/default-states'
import { targetText, type Target } from '@/lib/cases/links/target'
import type { WriteCtx } from '@/lib/kernel/context'
import { accepted, type Step } from '../timeline'

type NewCase = { subject: string; description?: string; priority?: string; dueOn?: string; assignedTo?: DemoUser }

export const openCase =
  (customerId: string, { assignedTo, ...form }: NewCase): Step =>
  (ctx) =>
    accepted(openCaseCommand(ctx, { customerId, priority: 'normal', ...form, assignedUserId: assignedTo?.id ?? '' }))

/** A step on the case with this subject. */
export const onCase =
  (run: (ctx: WriteCtx, input: { customerId: string; caseId: string }) => ReturnType<typeof accepted>) =>
  (customerId: string, subject: string): Step =>
  async (ctx) => {
    const [found] = await ctx.db
      .select({ caseId: cases.id })
      .from(cases)
      .where(and(eq(cases.customerId, customerId), eq(cases.subject, subject)))
    await run(ctx, { customerId, caseId: found!.caseId })
  }

export const takeIt = onCase((ctx, ids) => accepted(takeCase(ctx, ids)))

export const moveTo = (state: keyof typeof DEFAULT_STATES) =>
  onCase((ctx, ids) => accepted(moveCase(ctx, { ...ids, stateId: DEFAULT_STATES[state] })))

export const comment = (body: string) => onCase((ctx, ids) => accepted(commentOnCase(ctx, { ...ids, body })))

export const linkTo = (target: Target) =>
  onCase((ctx, ids) => accepted(linkCase(ctx, { ...ids, targets: [targetText(target)] })))
