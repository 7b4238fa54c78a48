import { and, desc, eq, inArray, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { attachments, cases, messages, sends, users } from '@/db/schema'
import type { Viewer } from '@/lib/access/viewer'
import { getSurvivorId } from '@/lib/customer-group/find'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { includedIn } from '@/lib/customer-group/included'
import { groupIds } from '@/lib/customer-group/scope'
import type { Ctx } from '@/lib/kernel/context'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { MAX_PER_SUBJECT } from './limits'

const PAGE = 30

const author = alias(users, 'author')
const remover = alias(users, 'remover')

const columns = {
  customerId: attachments.customerId,
  id: attachments.id,
  name: attachments.name,
  renamedFrom: attachments.renamedFrom,
  type: attachments.type,
  bytes: attachments.bytes,
  createdAt: attachments.createdAt,
  createdBy: author.name,
  caseId: attachments.caseId,
  caseNumber: cases.number,
  caseSubject: cases.subject,
  sendId: attachments.sendId,
  sendName: messages.name,
  retiredAt: attachments.retiredAt,
  retiredBy: remover.name,
  retiredReason: attachments.retiredReason,
}

const select = (ctx: Ctx, where: SQL | undefined) =>
  ctx.db
    .select(columns)
    .from(attachments)
    .innerJoin(author, eq(author.id, attachments.createdBy))
    .leftJoin(remover, eq(remover.id, attachments.retiredBy))
    .leftJoin(cases, and(eq(cases.customerId, attachments.customerId), eq(cases.id, attachments.caseId)))
    .leftJoin(sends, and(eq(sends.customerId, attachments.customerId), eq(sends.id, attachments.sendId)))
    .leftJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .where(and(where, onReadableSubject(ctx.viewer)))
    .orderBy(desc(attachments.id))

/** Leaves out the attachments of cases for a viewer without `cases.read`, and those of sends for one without `interactions.read`. */
function onReadableSubject(viewer: Viewer): SQL | undefined {
  return and(
    viewer.can('cases.read') ? undefined : isNull(attachments.caseId),
    viewer.can('interactions.read') ? undefined : isNull(attachments.sendId),
  )
}

export type ListedAttachment = Awaited<ReturnType<typeof select>>[number]

type Page = { deleted?: boolean; cursor?: string | undefined }

/**
 * All attachments of a customer, of its cases and of its sends, newest first, 30 a page (K3); or those that were deleted. `cursor` is the last
 * id of the previous page.
 */
export const listAttachments = query(
  'attachments.read',
  async (ctx, group: ViewedGroup, { deleted = false, cursor }: Page = {}) => {
    const rows = await select(
      ctx,
      and(
        inArray(attachments.customerId, [...group.memberIds]),
        includedIn(group, 'attachments', attachments),
        lt(attachments.id, beforeOf(cursor)),
        deleted ? isNotNull(attachments.retiredAt) : isNull(attachments.retiredAt),
      ),
    ).limit(PAGE + 1)
    const { page, nextCursor } = pageOf(rows, PAGE, ({ id }) => id)
    return { attachments: page, nextCursor }
  },
)

type Subject = { customerId: string; caseId: string } | { customerId: string; sendId: string }

/** The attachments of a case or of a send, newest first, without the deleted ones; at most 100, the limit of a subject. */
export const listAttachmentsOf = query('attachments.read', async (ctx, subject: Subject) =>
  select(
    ctx,
    and(
      eq(attachments.customerId, subject.customerId),
      'caseId' in subject ? eq(attachments.caseId, subject.caseId) : eq(attachments.sendId, subject.sendId),
      isNull(attachments.retiredAt),
    ),
  ).limit(MAX_PER_SUBJECT),
)

/** One attachment of the customer, deleted ones included, or null. */
export const getAttachment = query(
  'attachments.read',
  async (ctx, { memberIds }: ViewedGroup, id: string | undefined) => {
    if (!isUuid(id)) return null
    const [found] = await select(ctx, and(inArray(attachments.customerId, [...memberIds]), eq(attachments.id, id)))
    return found ?? null
  },
)

type Asked = { customerId: string | undefined; attachmentId: string | undefined }

/** The stored file of an attachment, or null if it is absent, out of the viewer's scope, or of a subject that they may not read. */
export const getAttachedFile = query('attachments.read', async (ctx, { customerId, attachmentId }: Asked) => {
  if (!isUuid(customerId) || !isUuid(attachmentId)) return null
  const survivorId = await getSurvivorId(ctx, customerId)
  if (!survivorId) return null
  const [file] = await ctx.db
    .select({
      id: attachments.id,
      caseId: attachments.caseId,
      sendId: attachments.sendId,
      name: attachments.name,
      type: attachments.type,
      charset: attachments.charset,
      storageKey: attachments.storageKey,
      sha256: attachments.sha256,
      bytes: attachments.bytes,
      retiredAt: attachments.retiredAt,
    })
    .from(attachments)
    .where(
      and(
        inArray(attachments.customerId, groupIds(survivorId)),
        eq(attachments.id, attachmentId),
        onReadableSubject(ctx.viewer),
      ),
    )
  return file ? { ...file, customerId: survivorId } : null
})
