import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, notExists, or, gt, sql } from 'drizzle-orm'
import { acceptanceEvents, acceptances, documentFiles, documentKits, documents, journeys, users } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'
import { inGroup, groupSize, type GroupSize } from '@/lib/customer-group/scope'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { formatPhone } from '@/lib/values/phones'
import { query } from '@/lib/kernel/query'
import { hasSealFailed } from './seal/record-failure'
import { isIntact, type EvidenceRow } from '@/lib/evidence/evidence'
import { maskAddressOf } from './signing/view'
import { statusAt } from './status'
import type { CustomerGroup } from '@/lib/customer-group/group'

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
    const evidence = await evidenceOf(
      ctx,
      page.map((row) => row.acceptance),
    )
    return {
      acceptances: page.map((row) =>
        listed(
          ctx,
          row,
          evidence.filter((event) => event.acceptanceId === row.acceptance.id),
        ),
      ),
      nextCursor,
    }
  },
)

const ofCustomer = preparedQuery((db, records: GroupSize) =>
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
    .where(and(inGroup(acceptances.customerId, records), lt(acceptances.id, param('before'))))
    .orderBy(desc(acceptances.id))
    .limit(param('most')),
)

export type ListedAcceptance = Awaited<ReturnType<typeof listAcceptances>>['acceptances'][number]

type Row = {
  acceptance: typeof acceptances.$inferSelect
  title: string
  number: string
  deletedAt: Date | null
  archivedAt: Date | null
  by: string | null
}

function listed(ctx: Ctx, { acceptance, deletedAt, archivedAt, ...row }: Row, evidence: EvidenceRow[]) {
  const {
    codeHash: _,
    codeTries: _tries,
    codeSentAt: _sent,
    codeExpiresAt: _expires,
    address,
    terms: _terms,
    signerDocument: _document,
    ...shown
  } = acceptance
  const clear = ctx.viewer.can('personal.read')
  return {
    ...shown,
    ...row,
    status: statusAt(acceptance, ctx.now),
    address: clear ? (acceptance.channel === 'email' ? address : formatPhone(address)) : maskAddressOf(acceptance),
    /** Whether the final document can be read now. */
    final: acceptance.finalSha256 !== null && !deletedAt && !archivedAt,
    /** Whether this viewer may read the final document: its report prints the signer's personal values in clear. */
    finalReadable: ctx.viewer.can('personal.reveal'),
    sealFailed: hasSealFailed(evidence),
    events: evidence.map(({ seq, kind, at, ip }) => ({ seq, kind, at, ip: clear ? ip : null })),
    intact: isIntact(evidence),
  }
}

const evidenceOf = (ctx: Ctx, of: { customerId: string; id: string }[]) =>
  of.length
    ? ctx.db
        .select()
        .from(acceptanceEvents)
        .where(
          and(
            inArray(acceptanceEvents.customerId, [...new Set(of.map((one) => one.customerId))]),
            inArray(
              acceptanceEvents.acceptanceId,
              of.map((one) => one.id),
            ),
          ),
        )
        .orderBy(asc(acceptanceEvents.seq))
        .limit(of.length * 100)
    : []

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
            and(eq(acceptances.status, 'waiting'), gt(acceptances.expiresAt, ctx.now)),
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
