import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { interactions, journeys, messages, sendDocuments, sends, users } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'
import { query } from '@/lib/kernel/query'
import { shownAddress } from '@/lib/privacy/shown-address'
import { isSendChannel } from '@/lib/sending/channels'
import type { ViewedGroup } from '@/lib/customer-group/group'

const SENDS_PER_PAGE = 20

const columns = {
  documentId: sendDocuments.documentId,
  customerId: sends.customerId,
  id: sends.id,
  messageId: sends.messageId,
  channel: sends.channel,
  address: sends.address,
  pointId: sends.pointId,
  state: sends.state,
  stateAt: sends.stateAt,
  createdAt: sends.createdAt,
  sentBy: users.name,
  addressReason: sends.addressReason,
  overrideReason: sends.overrideReason,
}

/** The newest send of each document. */
export async function listLatestSends(ctx: Ctx, { memberIds, revealed }: ViewedGroup, documentIds: string[]) {
  const rows = await ctx.db
    .selectDistinctOn([sendDocuments.documentId], columns)
    .from(sendDocuments)
    .innerJoin(sends, and(eq(sends.customerId, sendDocuments.customerId), eq(sends.id, sendDocuments.sendId)))
    .leftJoin(users, eq(users.id, sends.sentBy))
    .where(and(inArray(sendDocuments.customerId, [...memberIds]), inArray(sendDocuments.documentId, documentIds)))
    .orderBy(sendDocuments.documentId, desc(sendDocuments.sendId))
  return rows.map((row) => ({ ...row, address: shownAddress(ctx.viewer, revealed, row).text }))
}

type Asked = { documentId: string; channel?: string | undefined; cursor?: string | undefined }

/**
 * Lists the sends of a document, newest first, 20 to a page: time, sender, recipient, state, and the message with its events (D5, D8).
 * `channel` filters; `cursor` is the last send of the previous page.
 */
export const listSends = query(
  'documents.read',
  async (ctx, { memberIds, revealed }: ViewedGroup, { documentId, channel, cursor }: Asked) => {
    const rows = await ctx.db
      .select({
        ...columns,
        name: messages.name,
        subject: messages.subject,
        body: messages.body,
        journey: journeys.name,
      })
      .from(sendDocuments)
      .innerJoin(sends, and(eq(sends.customerId, sendDocuments.customerId), eq(sends.id, sendDocuments.sendId)))
      .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
      .leftJoin(journeys, eq(journeys.id, sends.journeyId))
      .leftJoin(users, eq(users.id, sends.sentBy))
      .where(
        and(
          inArray(sendDocuments.customerId, [...memberIds]),
          eq(sendDocuments.documentId, documentId),
          isSendChannel(channel) ? eq(sends.channel, channel) : undefined,
          isUuid(cursor) ? lt(sendDocuments.sendId, cursor) : undefined,
        ),
      )
      .orderBy(desc(sendDocuments.sendId))
      .limit(SENDS_PER_PAGE + 1)
    const page = rows.slice(0, SENDS_PER_PAGE)
    const happened = await happenedTo(
      ctx,
      [...memberIds],
      page.map((row) => row.id),
    )
    const sent = page.map((row) => ({
      ...row,
      address: shownAddress(ctx.viewer, revealed, row).text,
      happened: happened.filter((one) => one.sendId === row.id),
    }))
    return { sends: sent, nextCursor: rows.length > SENDS_PER_PAGE ? page.at(-1)!.id : null }
  },
)

export type ListedSend = Awaited<ReturnType<typeof listSends>>['sends'][number]

async function happenedTo(ctx: Ctx, memberIds: string[], sendIds: string[]) {
  if (!sendIds.length) return []
  return ctx.db
    .select({
      sendId: interactions.sendId,
      kind: interactions.kind,
      occurredAt: interactions.occurredAt,
      rawCode: interactions.rawCode,
    })
    .from(interactions)
    .where(and(inArray(interactions.customerId, [...memberIds]), inArray(interactions.sendId, sendIds)))
    .orderBy(interactions.occurredAt, interactions.kind)
}
