import { and, eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import type { DemoUser } from '@/lib/auth/demo-users'
import { takeCase } from '@/lib/cases/commands/assign'
import { commentOnCase } from '@/lib/cases/commands/comment'
import { moveCase } from '@/lib/cases/commands/move'
import { openCase as openCaseCommand } from '@/lib/cases/commands/open'
import { DEFAULT_STATES } from '@/lib/cases/default-states'
import type { WriteCtx } from '@/lib/kernel/context'
import { accepted, type Step } from '../timeline'

type NewCase = { subject: string; description?: string; priority?: string; dueOn?: string; assignedTo?: DemoUser }

export const openCase =
  (customerId: string, { assignedTo, ...form }: NewCase): Step =>
  (ctx) =>
    accepted(openCaseCommand(ctx, { customerId, priority: 'normal', ...form, assignedUserId: assignedTo?.id ?? '' }))

/** The steps below name a case by its subject. */
const onCase =
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
