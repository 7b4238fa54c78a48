import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { caseComments, cases, caseStates, journeys, users } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { includedIn } from '@/lib/customer-group/included'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { assigned, caseColumns, type CaseRow } from './columns'
import { matching, type CaseFilter } from './filter'

const PAGE = 20
const COMMENTS_MAX = 500

type Page = { filter?: CaseFilter; isOpen?: boolean; cursor?: string | undefined; limit?: number }

/**
 * A customer's cases with those of the records merged into it, newest first, 20 a page (K1). `isOpen` leaves out the closed ones; `cursor` is the
 * last id seen.
 */
export const listCases = query(
  'cases.read',
  async (ctx, group: ViewedGroup, { filter = {}, isOpen = false, cursor, limit = PAGE }: Page = {}) => {
    const rows: CaseRow[] = await ctx.db
      .select(caseColumns)
      .from(cases)
      .innerJoin(caseStates, eq(caseStates.id, cases.stateId))
      .leftJoin(assigned, eq(assigned.id, cases.assignedUserId))
      .where(
        and(
          inArray(cases.customerId, [...group.memberIds]),
          includedIn(group, 'cases', cases),
          lt(cases.id, beforeOf(cursor)),
          isOpen ? isNull(cases.closedAt) : undefined,
          ...matching(filter),
        ),
      )
      .orderBy(desc(cases.id))
      .limit(limit + 1)
    const { page, nextCursor } = pageOf(rows, limit, ({ id }) => id)
    return { cases: page, nextCursor }
  },
)

const author = alias(users, 'author')
const closer = alias(users, 'closer')

export type CaseDetail = NonNullable<Awaited<ReturnType<typeof getCase>>>

/** One case of the customer, or null. */
export const getCase = query('cases.read', async (ctx, { memberIds }: ViewedGroup, caseId: string | undefined) => {
  if (!isUuid(caseId)) return null
  const [found] = await ctx.db
    .select({
      ...caseColumns,
      description: cases.description,
      stateId: cases.stateId,
      journeyId: cases.journeyId,
      journey: journeys.name,
      version: cases.version,
      createdBy: author.name,
      closedBy: closer.name,
    })
    .from(cases)
    .innerJoin(caseStates, eq(caseStates.id, cases.stateId))
    .innerJoin(author, eq(author.id, cases.createdBy))
    .leftJoin(closer, eq(closer.id, cases.closedBy))
    .leftJoin(assigned, eq(assigned.id, cases.assignedUserId))
    .leftJoin(journeys, eq(journeys.id, cases.journeyId))
    .where(and(inArray(cases.customerId, [...memberIds]), eq(cases.id, caseId)))
  return found ?? null
})

/** The comments on a case, oldest first, 500 at most. */
export const listComments = query('cases.read', async (ctx, { customerId, id }: Pick<CaseRow, 'customerId' | 'id'>) =>
  ctx.db
    .select({
      id: caseComments.id,
      body: caseComments.body,
      author: users.name,
      createdAt: caseComments.createdAt,
    })
    .from(caseComments)
    .innerJoin(users, eq(users.id, caseComments.authorId))
    .where(and(eq(caseComments.customerId, customerId), eq(caseComments.caseId, id)))
    .orderBy(asc(caseComments.id))
    .limit(COMMENTS_MAX),
)
