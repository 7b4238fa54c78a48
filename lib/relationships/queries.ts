import { and, asc, desc, eq, inArray, isNull, notInArray, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { customers, relationships } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { includedIn } from '@/lib/customer-group/included'
import { survivorIdOf } from '@/lib/customer-group/scope'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { contentOf } from './content'
import { choicesIn, type TagSide } from './tag-choice'
import { readTags, type Tag } from './tags'

const PAGE = 50
const RAIL = 3

/** A tag of a relationship: what the other customer is to the one of the page. */
export type RelatedTag = { tag: Tag; side: TagSide }

type Shared = {
  /** Unique in the list. */
  key: string
  tags: RelatedTag[]
}

/** A customer who is related to the one of the page, and whose profile the viewer may open. */
export type RelatedInScope = Shared & {
  /** The surviving record. */
  id: string
  name: string
  kind: 'person' | 'company'
  note: string | null
  version: number
}

/** A related customer outside the viewer's scope has only tags. */
export type Related = RelatedInScope | (Shared & { id: null })

const member = alias(customers, 'member')

const isVisible = ({ viewer }: Ctx): SQL<boolean> => sql<boolean>`coalesce((${scopedTo(viewer) ?? sql`true`}), false)`

type Row = { outgoingTagIds: string[]; incomingTagIds: string[]; note: string | null; version: number }

const rows = sql<Row[]>`json_agg(json_build_object('outgoingTagIds', ${relationships.outgoingTagIds},
  'incomingTagIds', ${relationships.incomingTagIds}, 'note', ${relationships.note}, 'version', ${relationships.version}))`

type Part = { otherId?: string; limit: number; offset?: number }

/** One row for each related customer, however many records of both are related. The customer's own records are left out. */
async function read(ctx: Ctx, group: ViewedGroup, { otherId, limit, offset = 0 }: Part): Promise<Related[]> {
  const { memberIds } = group
  const name = shownNameOf(customers)
  const [found, tags] = await Promise.all([
    ctx.db
      .select({ id: customers.id, isVisible: isVisible(ctx), kind: customers.kind, name, rows })
      .from(relationships)
      .innerJoin(member, eq(member.id, relationships.otherCustomerId))
      .innerJoin(customers, eq(customers.id, survivorIdOf(member)))
      .where(
        and(
          inArray(relationships.customerId, [...memberIds]),
          isNull(relationships.removedAt),
          notInArray(relationships.otherCustomerId, [...memberIds]),
          otherId
            ? undefined
            : includedIn(group, 'relationships', {
                customerId: relationships.customerId,
                id: relationships.otherCustomerId,
              }),
          otherId ? eq(customers.id, otherId) : undefined,
        ),
      )
      .groupBy(customers.id)
      .orderBy(
        desc(isVisible(ctx)),
        desc(customers.kind),
        sql`case when ${isVisible(ctx)} then ${name} end`,
        asc(customers.id),
      )
      .limit(limit)
      .offset(offset),
    readTags(ctx),
  ])
  return found.map((one, at) => {
    const content = contentOf(one.rows)
    const shared = { key: `related-${offset + at}`, tags: tagsOf(content, tags) }
    if (!one.isVisible) return { ...shared, id: null }
    const version = Math.max(...one.rows.map((row) => row.version))
    return { ...shared, id: one.id, name: one.name, kind: one.kind, note: content.note, version }
  })
}

/** The tags in the order of the list. */
function tagsOf(content: Pick<Row, 'outgoingTagIds' | 'incomingTagIds'>, tags: readonly Tag[]): RelatedTag[] {
  const choices = choicesIn([content], (id) => tags.some((tag) => tag.id === id && tag.isSymmetric))
  return tags.flatMap((tag) => choices.filter(({ tagId }) => tagId === tag.id).map(({ side }) => ({ tag, side })))
}

/**
 * The customers who are related to a customer or to a record merged into it (M1): people first, then companies, each by name, then those
 * outside the viewer's scope. 50 a page; `cursor` counts the rows before the page, which are `RELATED_MAX` for each record at most.
 */
export const listRelated = query('customers.read', async (ctx, customer: ViewedGroup, cursor?: string) => {
  const offset = /^\d{1,4}$/.test(cursor ?? '') ? Number(cursor) : 0
  const found = await read(ctx, customer, { limit: PAGE + 1, offset })
  return { related: found.slice(0, PAGE), nextCursor: found.length > PAGE ? String(offset + PAGE) : null }
})

/** At most three related customers within the viewer's scope, in the order of `listRelated`, for the rail of the profile. */
export const listRelatedForRail = query('customers.read', async (ctx, customer: ViewedGroup) =>
  (await read(ctx, customer, { limit: RAIL })).filter((related): related is RelatedInScope => related.id !== null),
)

/** How one other customer within the viewer's scope is related, or null. */
export const getRelated = query(
  'customers.read',
  async (ctx, customer: ViewedGroup, otherId: string | undefined): Promise<RelatedInScope | null> => {
    if (!isUuid(otherId)) return null
    const [found] = await read(ctx, customer, { otherId, limit: 1 })
    return found && found.id !== null ? found : null
  },
)

/** The customer to relate: the survivor's id, kind and shown name; null when absent, out of scope or the customer of the page. */
export const getOther = query(
  'customers.read',
  async (ctx, { memberIds }: ViewedGroup, otherId: string | undefined) => {
    if (!isUuid(otherId)) return null
    const [found] = await ctx.db
      .select({ id: customers.id, kind: customers.kind, name: shownNameOf(customers) })
      .from(member)
      .innerJoin(customers, eq(customers.id, survivorIdOf(member)))
      .where(and(eq(member.id, otherId), notInArray(customers.id, [...memberIds]), scopedTo(ctx.viewer)))
    return found ?? null
  },
)
