import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { acceptances, archiveRequests, documentFiles, documentKits, documents, journeys, users } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'
import { query } from '@/lib/kernel/query'
import { isReadable } from '../readable'
import { stateOf } from '../state'
import { listLatestSends } from './sends'
import type { ViewedGroup } from '@/lib/customer-group/group'

export const KITS_PER_PAGE = 10

type Kit = {
  customerId: string
  id: string
  title: string
  createdAt: Date
  journeyId: string | null
  journey: string | null
  createdBy: string | null
}

/** A customer's kits with those of the records merged into it, newest first, each with its documents (D1); `cursor` is the last kit seen. */
export const listKits = query('documents.read', async (ctx, group: ViewedGroup, cursor?: string) => {
  const rows = await kitsOf(ctx, group.memberIds, cursor)
  const page = rows.slice(0, KITS_PER_PAGE)
  const shown = await documentsIn(ctx, group, page)
  const kits = page.map((kit) => ({ ...kit, documents: shown.filter((document) => document.kitId === kit.id) }))
  return { kits, nextCursor: rows.length > KITS_PER_PAGE ? page.at(-1)!.id : null }
})

/** One kit with its documents, or null. */
export const getKit = query('documents.read', async (ctx, group: ViewedGroup, kitId: string | undefined) => {
  if (!isUuid(kitId)) return null
  const [kit] = await ofMembers(
    ctx,
    group.memberIds,
    (memberId) => and(eq(documentKits.customerId, memberId), eq(documentKits.id, kitId)),
    1,
  )
  return kit ? { ...kit, documents: await documentsIn(ctx, group, [kit]) } : null
})

export type ListedKit = Awaited<ReturnType<typeof listKits>>['kits'][number]
export type ListedDocument = ListedKit['documents'][number]

const kitsOf = (ctx: Ctx, memberIds: readonly string[], cursor: string | undefined) =>
  ofMembers(
    ctx,
    memberIds,
    (memberId) => and(eq(documentKits.customerId, memberId), isUuid(cursor) ? lt(documentKits.id, cursor) : undefined),
    KITS_PER_PAGE + 1,
  )

/** One bounded subquery for each record of the group, as for every large table of a customer. */
async function ofMembers(
  ctx: Ctx,
  memberIds: readonly string[],
  where: (memberId: string) => ReturnType<typeof and>,
  most: number,
): Promise<Kit[]> {
  const arm = (memberId: string) =>
    ctx.db
      .select({
        customerId: documentKits.customerId,
        id: documentKits.id,
        title: documentKits.title,
        createdAt: documentKits.createdAt,
        journey: journeys.name,
        journeyId: documentKits.journeyId,
        createdBy: users.name,
      })
      .from(documentKits)
      .leftJoin(journeys, eq(journeys.id, documentKits.journeyId))
      .leftJoin(users, eq(users.id, documentKits.createdBy))
      .where(where(memberId))
      .orderBy(desc(documentKits.id))
      .limit(most)
  const arms = memberIds.map(arm)
  const [first, second, ...others] = arms
  if (!first || !second) return first ? first : []
  const rows = await unionAll(first, second, ...others)
  return rows.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, most)
}

async function documentsIn(ctx: Ctx, group: ViewedGroup, kits: { id: string }[]) {
  if (!kits.length) return []
  const kitIds = kits.map((kit) => kit.id)
  const rows = await ctx.db
    .select({ document: documents, deletedBy: users.name, deletedByEmail: users.email })
    .from(documents)
    .leftJoin(users, eq(users.id, documents.deletedBy))
    .where(and(inArray(documents.customerId, [...group.memberIds]), inArray(documents.kitId, kitIds)))
    .orderBy(documents.kitId, documents.position)
  const ids = rows.map((row) => row.document.id)
  if (!ids.length) return []
  const files = (await filesOf(ctx, group.memberIds, ids)).filter(({ role }) => isReadable(ctx.viewer, role))
  const asked = await acceptancesOf(ctx, group.memberIds, ids)
  const requests = await requestsOf(ctx, group.memberIds, ids)
  const sends = await listLatestSends(ctx, group, ids)
  return rows.map(({ document, deletedBy, deletedByEmail }) => ({
    ...document,
    state: stateOf(document),
    deletedBy,
    deletedByEmail,
    files: files.filter((file) => file.documentId === document.id),
    acceptance: asked.find((acceptance) => acceptance.documentId === document.id) ?? null,
    request: requests.find((request) => request.documentId === document.id) ?? null,
    lastSend: sends.find((send) => send.documentId === document.id) ?? null,
  }))
}

const filesOf = (ctx: Ctx, memberIds: readonly string[], ids: string[]) =>
  ctx.db
    .select({
      documentId: documentFiles.documentId,
      role: documentFiles.role,
      pages: documentFiles.pages,
      bytes: documentFiles.bytes,
      sha256: documentFiles.sha256,
    })
    .from(documentFiles)
    .where(and(inArray(documentFiles.customerId, [...memberIds]), inArray(documentFiles.documentId, ids)))
    .orderBy(desc(documentFiles.role))

/** The newest acceptance of each document. */
const acceptancesOf = (ctx: Ctx, memberIds: readonly string[], ids: string[]) =>
  ctx.db
    .selectDistinctOn([acceptances.documentId], {
      documentId: acceptances.documentId,
      id: acceptances.id,
      status: acceptances.status,
    })
    .from(acceptances)
    .where(and(inArray(acceptances.customerId, [...memberIds]), inArray(acceptances.documentId, ids)))
    .orderBy(acceptances.documentId, desc(acceptances.id))

/** The viewer's own requests that are not finished. */
const requestsOf = (ctx: Ctx, memberIds: readonly string[], ids: string[]) =>
  ctx.db
    .selectDistinctOn([archiveRequests.documentId], {
      documentId: archiveRequests.documentId,
      requestedAt: archiveRequests.requestedAt,
      failedAt: archiveRequests.failedAt,
    })
    .from(archiveRequests)
    .where(
      and(
        inArray(archiveRequests.customerId, [...memberIds]),
        inArray(archiveRequests.documentId, ids),
        eq(archiveRequests.requestedBy, ctx.viewer.userId),
        isNull(archiveRequests.readyAt),
      ),
    )
    .orderBy(archiveRequests.documentId, desc(archiveRequests.id))
