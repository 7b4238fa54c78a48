import { and, desc, eq, inArray, isNotNull, isNull, lt, notExists, or, gt, sql } from 'drizzle-orm'
import type { Reader } from '@/db/handles'
import { acceptances, documentFiles, documentKits, documents, journeys, users } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import { isUuid } from '@/lib/values/ids'
import { inGroup, groupSize, type GroupSize } from '@/lib/customer-group/scope'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { present } from './present'
import type { CustomerGroup } from '@/lib/customer-group/group'

export type { ListedAcceptance } from './present'

export const ACCEPTANCES_PER_PAGE = 10

/** Lists the acceptances of a customer and its merged records, newest first, with their evidence (A1). `cursor` is the last id of the previous page. */
export const listAcceptances = query(
  'documents.read',
  async (
    ctx,
    { memberIds }: Pick<CustomerGroup, 'memberIds'>,
    { cursor, limit = ACCEPTANCES_PER_PAGE }: { cursor?: string | undefined; limit?: number } = {},
  ) => {
    const rows = await ofCustomer(ctx.db, groupSize(memberIds)).execute({
      memberIds,
      before: beforeOf(cursor),
      most: limit + 1,
    })
    const { page, nextCursor } = pageOf(rows, limit, ({ acceptance }) => acceptance.id)
    return { acceptances: await present(ctx, page), nextCursor }
  },
)

const ofCustomer = preparedQuery((db, records: GroupSize) =>
  selectAcceptances(db)
    .where(and(inGroup(acceptances.customerId, records), lt(acceptances.id, param('before'))))
    .orderBy(desc(acceptances.id))
    .limit(param('most')),
)

/** One acceptance of a customer and its merged records; null when it does not exist or belongs to another customer. */
export const getAcceptance = query(
  'documents.read',
  async (ctx, { memberIds }: Pick<CustomerGroup, 'memberIds'>, id: string | undefined) => {
    if (!isUuid(id)) return null
    const ofGroup = and(inArray(acceptances.customerId, [...memberIds]), eq(acceptances.id, id))
    const [shown] = await present(ctx, await selectAcceptances(ctx.db).where(ofGroup).limit(1))
    return shown ?? null
  },
)

const selectAcceptances = (db: Reader) =>
  db
    .select({
      acceptance: acceptances,
      title: documents.title,
      number: documents.number,
      deletedAt: documents.deletedAt,
      archivedAt: documents.archivedAt,
      by: users.name,
    })
    .from(acceptances)
    .innerJoin(
      documents,
      and(eq(documents.customerId, acceptances.customerId), eq(documents.id, acceptances.documentId)),
    )
    .leftJoin(users, eq(users.id, acceptances.createdBy))

/** Lists the documents for which an acceptance can be requested: readable, with a journey, and neither waiting nor accepted. The newest 50. */
export const listRequestable = query(
  'documents.read',
  async (ctx, { memberIds }: Pick<CustomerGroup, 'memberIds'>, documentId?: string) => {
    const settled = ctx.db
      .select({ one: sql`1` })
      .from(acceptances)
      .where(
        and(
          eq(acceptances.customerId, documents.customerId),
          eq(acceptances.documentId, documents.id),
          or(
            eq(acceptances.status, 'accepted'),
            and(inArray(acceptances.status, ['pending', 'waiting']), gt(acceptances.expiresAt, ctx.now)),
          ),
        ),
      )
    return ctx.db
      .select({
        id: documents.id,
        title: documents.title,
        number: documents.number,
        kit: documentKits.title,
        journey: { id: journeys.id, name: journeys.name, purpose: journeys.purpose, retiredAt: journeys.retiredAt },
      })
      .from(documents)
      .innerJoin(
        documentKits,
        and(
          eq(documentKits.customerId, documents.customerId),
          eq(documentKits.id, documents.kitId),
          isNotNull(documentKits.journeyId),
        ),
      )
      .innerJoin(journeys, eq(journeys.id, documentKits.journeyId))
      .innerJoin(
        documentFiles,
        and(
          eq(documentFiles.customerId, documents.customerId),
          eq(documentFiles.documentId, documents.id),
          eq(documentFiles.role, 'original'),
        ),
      )
      .where(
        and(
          inArray(documents.customerId, [...memberIds]),
          isUuid(documentId) ? eq(documents.id, documentId) : undefined,
          isNull(documents.archivedAt),
          isNull(documents.deletedAt),
          notExists(settled),
        ),
      )
      .orderBy(desc(documents.id))
      .limit(50)
  },
)
