import { and, desc, eq, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { acceptances, customers, documents, users } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import { survivorIdOf } from '@/lib/customer-group/scope'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { maskAddressOf } from './signing/view'

const PER_PAGE = 20
const member = alias(customers, 'member')

/** Lists the requests that wait for a second person, of customers within the viewer's scope, newest first, twenty a page. */
export const listPending = query('acceptances.approve', async (ctx, cursor?: string) => {
  const rows = await ctx.db
    .select({
      id: acceptances.id,
      customerId: customers.id,
      customerName: customers.name,
      title: documents.title,
      channel: acceptances.channel,
      address: acceptances.address,
      createdAt: acceptances.createdAt,
      createdBy: acceptances.createdBy,
      by: users.name,
    })
    .from(acceptances)
    .innerJoin(member, eq(member.id, acceptances.customerId))
    .innerJoin(customers, eq(customers.id, survivorIdOf(member)))
    .innerJoin(
      documents,
      and(eq(documents.customerId, acceptances.customerId), eq(documents.id, acceptances.documentId)),
    )
    .leftJoin(users, eq(users.id, acceptances.createdBy))
    .where(and(eq(acceptances.status, 'pending'), lt(acceptances.id, beforeOf(cursor)), scopedTo(ctx.viewer)))
    .orderBy(desc(acceptances.id))
    .limit(PER_PAGE + 1)
  const { page, nextCursor } = pageOf(rows, PER_PAGE, ({ id }) => id)
  return { items: page.map((row) => ({ ...row, address: maskAddressOf(row) })), nextCursor }
})

export type PendingRequest = Awaited<ReturnType<typeof listPending>>['items'][number]
