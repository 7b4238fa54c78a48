import { and, desc, eq, ilike, inArray, isNotNull, notInArray, type Column, type SQL } from 'drizzle-orm'
import { caseLinks, cases, caseStates, conversations, documents, messages, sends } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { assigned, caseColumns, type CaseRow } from '../columns'
import { canRead, linkColumnOf, type Target, type TargetKind } from './target'

const LINKS_MAX = 200
const CHOICES = 10

type CaseKey = Pick<CaseRow, 'customerId' | 'id'>

export type Links = Awaited<ReturnType<typeof listLinks>>
export type LinkedDocument = Links['documents'][number]

/** The messages, documents and conversations of a case that this viewer may read, newest first, at most 200 of each. */
export const listLinks = query('cases.read', async (ctx, found: CaseKey) => {
  const linked = (kind: TargetKind, id: Column) => inArray(id, linkedIds(ctx, found, kind))
  const [ofSends, ofDocuments, ofConversations] = await Promise.all([
    readSends(ctx, found, linked('send', sends.id), LINKS_MAX),
    readDocuments(ctx, found, linked('document', documents.id), LINKS_MAX),
    readConversations(ctx, found, linked('conversation', conversations.id), LINKS_MAX),
  ])
  return { sends: ofSends, documents: ofDocuments, conversations: ofConversations }
})

/**
 * What can be linked to a case: the ten latest messages, documents and conversations of its record. Those that are linked already are left out.
 * With `text`, only those whose name, title or subject contains it.
 */
export const listLinkChoices = query('cases.write', async (ctx, found: CaseKey, text: string = '') => {
  const choice = (kind: TargetKind, id: Column, name: Column) =>
    and(notInArray(id, linkedIds(ctx, found, kind)), containing(name, text))
  const ofSends = and(eq(sends.test, false), choice('send', sends.id, messages.name))
  const ofConversations = choice('conversation', conversations.id, conversations.subject)
  return {
    sends: await readSends(ctx, found, ofSends, CHOICES),
    documents: await readDocuments(ctx, found, choice('document', documents.id, documents.title), CHOICES),
    conversations: await readConversations(ctx, found, ofConversations, CHOICES),
  }
})

const linkedIds = ({ db }: Ctx, { customerId, id }: CaseKey, kind: TargetKind) => {
  const column = linkColumnOf(kind)
  return db
    .select({ id: column })
    .from(caseLinks)
    .where(and(eq(caseLinks.customerId, customerId), eq(caseLinks.caseId, id), isNotNull(column)))
}

const containing = (column: Column, text: string): SQL | undefined =>
  text ? ilike(column, `%${text.replace(/[\\%_]/g, '\\$&')}%`) : undefined

async function readSends(ctx: Ctx, { customerId }: CaseKey, where: SQL | undefined, limit: number) {
  if (!canRead(ctx, 'send')) return []
  return ctx.db
    .select({
      id: sends.id,
      name: messages.name,
      channel: sends.channel,
      state: sends.state,
      createdAt: sends.createdAt,
    })
    .from(sends)
    .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .where(and(eq(sends.customerId, customerId), where))
    .orderBy(desc(sends.id))
    .limit(limit)
}

async function readDocuments(ctx: Ctx, { customerId }: CaseKey, where: SQL | undefined, limit: number) {
  if (!canRead(ctx, 'document')) return []
  return ctx.db
    .select({
      id: documents.id,
      title: documents.title,
      number: documents.number,
      archivedAt: documents.archivedAt,
      deletedAt: documents.deletedAt,
      createdAt: documents.createdAt,
    })
    .from(documents)
    .where(and(eq(documents.customerId, customerId), where))
    .orderBy(desc(documents.id))
    .limit(limit)
}

async function readConversations(ctx: Ctx, { customerId }: CaseKey, where: SQL | undefined, limit: number) {
  if (!canRead(ctx, 'conversation')) return []
  return ctx.db
    .select({
      id: conversations.id,
      channel: conversations.channel,
      subject: conversations.subject,
      lastMessageAt: conversations.lastMessageAt,
      closedAt: conversations.closedAt,
    })
    .from(conversations)
    .where(and(eq(conversations.customerId, customerId), where))
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(limit)
}

/** The cases that are linked to a message, a document or a conversation, newest first, at most 200. */
export const listCasesOf = query(
  'cases.read',
  async (ctx, { customerId, kind, id }: Target & { customerId: string }): Promise<CaseRow[]> => {
    const linked = ctx.db
      .select({ id: caseLinks.caseId })
      .from(caseLinks)
      .where(and(eq(caseLinks.customerId, customerId), eq(linkColumnOf(kind), id)))
    return ctx.db
      .select(caseColumns)
      .from(cases)
      .innerJoin(caseStates, eq(caseStates.id, cases.stateId))
      .leftJoin(assigned, eq(assigned.id, cases.assignedUserId))
      .where(and(eq(cases.customerId, customerId), inArray(cases.id, linked)))
      .orderBy(desc(cases.id))
      .limit(LINKS_MAX)
  },
)
