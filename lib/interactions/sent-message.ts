import { and, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { documents, interactions, journeys, messages, sendDocuments, sends, users } from '@/db/schema'
import type { CustomerGroup } from '@/lib/customer-group/group'
import type { Ctx } from '@/lib/kernel/context'
import { isVisible } from './visibility'

const original = alias(sends, 'original')

/** A send with its message, its sender and the current state of its journey; null when the customer is out of scope. */
export async function readSend(ctx: Ctx, { survivorId, memberIds }: CustomerGroup, sendId: string) {
  const [row] = await ctx.db
    .select({
      send: sends,
      message: messages,
      journey: { id: journeys.id, name: journeys.name, purpose: journeys.purpose, retiredAt: journeys.retiredAt },
      sentBy: users.name,
      resendOf: original.id,
    })
    .from(sends)
    .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .leftJoin(journeys, eq(journeys.id, sends.journeyId))
    .leftJoin(users, eq(users.id, sends.sentBy))
    .leftJoin(original, and(inArray(original.customerId, [...memberIds]), eq(original.id, sends.resendOf)))
    .where(and(inArray(sends.customerId, [...memberIds]), eq(sends.id, sendId), isVisible(ctx, { survivorId })))
    .limit(1)
  return row ?? null
}

/** The events of a send in order of time: at most eight, one of each kind. */
export const readHappened = (ctx: Ctx, customerId: string, sendId: string) =>
  ctx.db
    .select({
      kind: interactions.kind,
      at: interactions.occurredAt,
      provider: interactions.provider,
      rawCode: interactions.rawCode,
    })
    .from(interactions)
    .where(and(eq(interactions.customerId, customerId), eq(interactions.sendId, sendId)))
    .orderBy(interactions.occurredAt, interactions.kind)

/** The documents of a send, of any record in the group; at most 100. */
export const readDocuments = (ctx: Ctx, memberIds: readonly string[], customerId: string, sendId: string) =>
  ctx.db
    .select({
      customerId: documents.customerId,
      id: documents.id,
      title: documents.title,
      number: documents.number,
      gone: sql<boolean>`${documents.deletedAt} is not null or ${documents.archivedAt} is not null`,
    })
    .from(sendDocuments)
    .innerJoin(
      documents,
      and(inArray(documents.customerId, [...memberIds]), eq(documents.id, sendDocuments.documentId)),
    )
    .where(and(eq(sendDocuments.customerId, customerId), eq(sendDocuments.sendId, sendId)))
    .orderBy(documents.position, documents.id)
    .limit(100)
