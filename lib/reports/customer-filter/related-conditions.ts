import { sql, type SQL } from 'drizzle-orm'
import { survivorIdAs } from '@/lib/customer-group/scope'
import { NONE, type CustomerFilter } from './schema'

/** A condition on rows that belong to a customer, such as cases. Rows of absorbed records count as the survivor's. */
export type RelatedCondition = {
  /** Whether the customer of the current row fulfils it. */
  holds: SQL
  /**
   * Ids of records, among which are all that fulfil it, from one range of an index, as a column `customer_id`. Undefined where no index finds
   * them.
   */
  candidates?: SQL
}

export const relatedConditions = (filter: CustomerFilter): RelatedCondition[] =>
  [inPlace(filter), withCases(filter), withTag(filter), accepting(filter)].filter(
    (condition) => condition !== undefined,
  )

/** Rows of a table, as `from … where …`; `of` limits them to one record. */
type Rows = (of: SQL | undefined) => SQL

const exists = (rows: Rows): SQL => sql`(exists (select 1 ${rows(sql`customers.id`)}) or exists (
  select 1 from customers absorbed where absorbed.survivor_id = customers.id and exists (select 1 ${rows(sql`absorbed.id`)})))`

const ofRecord = (of: SQL | undefined): SQL => (of ? sql`and related.customer_id = ${of}` : sql``)

const found = (rows: Rows): RelatedCondition => ({
  holds: exists(rows),
  candidates: sql`select related.customer_id ${rows(undefined)}`,
})

/** A live address in a city, written with or without accents, or in a state. */
function inPlace({ city, state }: CustomerFilter): RelatedCondition | undefined {
  if (!city && !state) return undefined
  const inCity = city ? sql`and name_key(related.address->>'city') = name_key(${city})` : sql``
  const inState = state ? sql`and upper(related.address->>'state') = upper(${state})` : sql``
  return found(
    (of) =>
      sql`from contact_points related where related.channel = 'address' and related.retired_at is null ${inCity} ${inState} ${ofRecord(of)}`,
  )
}

function withCases({ cases }: CustomerFilter): RelatedCondition | undefined {
  if (!cases) return undefined
  const inState = cases === 'any' || cases === NONE ? sql`` : sql`and related.state_id = ${cases}`
  const open: Rows = (of) => sql`from cases related where related.closed_at is null ${inState} ${ofRecord(of)}`
  return cases === NONE ? { holds: sql`not ${exists(open)}` } : found(open)
}

/** A symmetric tag may be recorded in either direction. */
function withTag({ tag }: CustomerFilter): RelatedCondition | undefined {
  if (!tag) return undefined
  const ids = sql`array[${tag}]::uuid[]`
  const hasTag = sql`(related.outgoing_tag_ids @> ${ids} or (related.incoming_tag_ids @> ${ids}
    and exists (select 1 from relationship_tags where id = ${tag} and is_symmetric)))`
  return found((of) => sql`from relationships related where related.removed_at is null and ${hasTag} ${ofRecord(of)}`)
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
    holds: sql`(select bool_and(${newest}) from ${members} member (id)) is true`,
    candidates: sql`select related.customer_id from consents related where ${entry} and related.action = 'accepted'`,
  }
}

/** The survivors of candidates. */
export const survivorsOf = (candidates: SQL): SQL =>
  sql`select distinct ${survivorIdAs('record')} as id from (${candidates}) candidate join customers record on record.id = candidate.customer_id`
