import { sql, type SQL } from 'drizzle-orm'
import { isIncluded, type MergePart } from '@/lib/customer-group/included'
import { survivorIdAs } from '@/lib/customer-group/scope'
import { NONE, type CustomerFilter } from './schema'

/** A condition on rows that belong to a customer, such as cases. Rows of absorbed records count as the survivor's. */
export type RelatedCondition = {
  name: 'place' | 'cases' | 'tag' | 'channel'
  /** Whether the customer of the current row fulfils it. */
  holds: SQL
  /** Finds them in an index. Undefined where no index finds them. */
  candidates?: Candidates
}

/** Ids of records as a column `customer_id`. `isExact`: they all fulfil the condition; otherwise only some of them do. */
export type Candidates = { ids: SQL; isExact: boolean }

export const relatedConditions = (filter: CustomerFilter): RelatedCondition[] =>
  [inPlace(filter), withCases(filter), withTag(filter), accepting(filter)].filter(
    (condition) => condition !== undefined,
  )

/** Rows of a table, as `from … where …`; `of` limits them to one record. */
type Rows = (of: SQL | undefined) => SQL

/** Scalar subqueries with a limit are probes of an index for each row; Postgres would read all rows of a plain EXISTS into a hash first. */
const exists = (rows: Rows): SQL => sql`coalesce(
  (select true ${rows(sql`customers.id`)} limit 1),
  (select true from customers absorbed where absorbed.survivor_id = customers.id
    and (select true ${rows(sql`absorbed.id`)} limit 1) limit 1), false)`

const ofRecord = (of: SQL | undefined): SQL => (of ? sql`and related.customer_id = ${of}` : sql``)

/** Rows that were left out of a merge do not count (M6). */
const included = (part: MergePart, id: string) =>
  isIncluded(part, { customerId: sql`related.customer_id`, id: sql.raw(`related.${id}`) })

const found = (name: RelatedCondition['name'], rows: Rows): RelatedCondition => ({
  name,
  holds: exists(rows),
  candidates: { ids: sql`select related.customer_id ${rows(undefined)}`, isExact: true },
})

/** A live address in a city, written with or without accents, or in a state. */
function inPlace({ city, state }: CustomerFilter): RelatedCondition | undefined {
  if (!city && !state) return undefined
  const inCity = city ? sql`and name_key(related.address->>'city') = name_key(${city})` : sql``
  const inState = state ? sql`and upper(related.address->>'state') = upper(${state})` : sql``
  return found(
    'place',
    (of) =>
      sql`from contact_points related where related.channel = 'address' and related.retired_at is null ${inCity} ${inState}
        ${ofRecord(of)} and ${included('contacts', 'id')}`,
  )
}

function withCases({ cases }: CustomerFilter): RelatedCondition | undefined {
  if (!cases) return undefined
  const inState = cases === 'any' || cases === NONE ? sql`` : sql`and related.state_id = ${cases}`
  const open: Rows = (of) => sql`from cases related where related.closed_at is null ${inState} ${ofRecord(of)}
    and ${included('cases', 'id')}`
  return cases === NONE ? { name: 'cases', holds: sql`not ${exists(open)}` } : found('cases', open)
}

/** A symmetric tag may be recorded in either direction. */
function withTag({ tag }: CustomerFilter): RelatedCondition | undefined {
  if (!tag) return undefined
  const ids = sql`array[${tag}]::uuid[]`
  const hasTag = sql`(related.outgoing_tag_ids @> ${ids} or (related.incoming_tag_ids @> ${ids}
    and exists (select 1 from relationship_tags where id = ${tag} and is_symmetric)))`
  return found(
    'tag',
    (of) => sql`from relationships related where related.removed_at is null and ${hasTag} ${ofRecord(of)}
    and ${included('relationships', 'other_customer_id')}`,
  )
}

/**
 * Accepts promotions by a means: the newest entry of each record that has one is an acceptance (docs/decisions/012-merged-records.md, the
 * strictest counts). Bells and suppressed addresses decide later, for each send.
 */
function accepting({ channel }: CustomerFilter): RelatedCondition | undefined {
  if (!channel) return undefined
  const entry = sql`related.preference = ${channel} and related.purpose = 'marketing'`
  const newest = sql`(select related.action = 'accepted' from consents related
    where related.customer_id = member.id and ${entry} order by related.id desc limit 1)`
  const members = sql`(select customers.id union all select absorbed.id from customers absorbed where absorbed.survivor_id = customers.id)`
  return {
    name: 'channel',
    holds: sql`(select bool_and(${newest}) from ${members} member (id)) is true`,
    candidates: {
      ids: sql`select related.customer_id from consents related where ${entry} and related.action = 'accepted'`,
      isExact: false,
    },
  }
}

/** The survivors of candidates. */
export const survivorsOf = ({ ids }: Candidates): SQL =>
  sql`select distinct ${survivorIdAs('record')} as id from (${ids}) candidate join customers record on record.id = candidate.customer_id`
