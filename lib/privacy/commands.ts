import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { accounts, acquisitionTouches, contactPoints, reveals } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { customerCommand } from '@/lib/customer-group/command'
import { uuid } from '@/lib/values/fields'
import { groupIds } from '@/lib/customer-group/scope'
import { notFound } from '@/lib/kernel/result'

/** How long a revealed value stays in clear for the session. */
const REVEAL_SECONDS = 120

const input = z.strictObject({
  customerId: uuid,
  subject: z
    .string()
    .regex(
      /^(document|attributes|(point|customer_account|touch):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
      'invalid',
    ),
})

/**
 * Shows one personal value, or all values of undescribed columns, in clear to this session for two minutes, and records the viewer in the
 * history.
 */
export const revealPersonal = customerCommand({
  event: 'personal.revealed',
  permission: 'personal.reveal',
  budget: 'reveals',
  input,
  run: async (ctx, customer, { subject }) => {
    const revealed = await find(ctx, customer.id, subject)
    if (!revealed) return notFound()
    const expiresAt = new Date(ctx.now.getTime() + REVEAL_SECONDS * 1000)
    await ctx.db
      .insert(reveals)
      .values({ customerId: customer.id, sessionId: ctx.viewer.sessionId, subject, expiresAt })
      .onConflictDoUpdate({ target: [reveals.customerId, reveals.sessionId, reveals.subject], set: { expiresAt } })
    return succeed({ customerId: customer.id }, { customerId: customer.id, subject, details: revealed })
  },
})

/** The details for the history, e.g. the channel of a point; null when there is no such point. */
async function find(ctx: WriteCtx, customerId: string, subject: string) {
  if (subject === 'document' || subject === 'attributes') return {}
  const [kind, id = ''] = subject.split(':')
  if (kind === 'customer_account') return findAccount(ctx, customerId, id)
  if (kind === 'touch') return findTouch(ctx, customerId, id)
  const [point] = await ctx.db
    .select({ channel: contactPoints.channel })
    .from(contactPoints)
    .where(and(inArray(contactPoints.customerId, groupIds(customerId)), eq(contactPoints.id, id)))
  return point ?? null
}

async function findAccount({ db }: WriteCtx, customerId: string, accountId: string) {
  const [account] = await db
    .select({ source: accounts.source })
    .from(accounts)
    .where(and(inArray(accounts.customerId, groupIds(customerId)), eq(accounts.id, accountId)))
  return account ?? null
}

async function findTouch({ db }: WriteCtx, customerId: string, touchId: string) {
  const [touch] = await db
    .select({ entryMethod: acquisitionTouches.entryMethod })
    .from(acquisitionTouches)
    .where(and(inArray(acquisitionTouches.customerId, groupIds(customerId)), eq(acquisitionTouches.id, touchId)))
  return touch ?? null
}
