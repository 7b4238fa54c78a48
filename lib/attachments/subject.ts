import { and, eq, inArray } from 'drizzle-orm'
import { cases, sends, type attachments } from '@/db/schema'
import { groupIds } from '@/lib/customer-group/scope'
import type { WriteCtx } from '@/lib/kernel/context'

type Subject = { caseId: string | null; sendId: string | null }

/** The case, the send or the customer that files are attached to, with the record that it belongs to. */
export type FoundSubject = Subject & { customerId: string; number: number | null }

/** Finds the subject in the customer's group, or returns null. Call it under the customer's lock. */
export async function findSubject(
  ctx: WriteCtx,
  survivorId: string,
  { caseId, sendId }: Subject,
): Promise<FoundSubject | null> {
  if (caseId) {
    const [row] = await ctx.db
      .select({ customerId: cases.customerId, number: cases.number })
      .from(cases)
      .where(and(inArray(cases.customerId, groupIds(survivorId)), eq(cases.id, caseId)))
    return row ? { ...row, caseId, sendId: null } : null
  }
  if (!sendId) return { customerId: survivorId, caseId: null, sendId: null, number: null }
  const [row] = await ctx.db
    .select({ customerId: sends.customerId })
    .from(sends)
    .where(and(inArray(sends.customerId, groupIds(survivorId)), eq(sends.id, sendId)))
  return row ? { ...row, caseId: null, sendId, number: null } : null
}

type Attachment = Pick<typeof attachments.$inferSelect, 'id' | 'caseId' | 'sendId'>

/** The subject of an event: the history of a case or of a send includes its attachments. */
export function eventSubject({ id, caseId, sendId }: Attachment): string {
  if (caseId) return `case:${caseId}`
  return sendId ? `send:${sendId}` : `attachment:${id}`
}
