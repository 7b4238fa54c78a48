import { sql, type SQL } from 'drizzle-orm'
import { rowsExamined, whereInScope, type ProbeWindow, type SearchProbe } from '@/lib/contributions/search'
import { survivorIdAs } from '@/lib/customer-group/scope'

/** Sorts after every character that an e-mail address may contain. */
const LAST_CHARACTER = '\u{10FFFF}'

/** An e-mail address in lower case. Unless it is `whole`, addresses that begin with the text are found too. */
export const probeEmail: SearchProbe<{ text: string; whole: boolean }> = ({ text, whole }, window) => {
  const where = whole
    ? sql`p.match_key = ${text}`
    : sql`p.match_key >= ${text} and p.match_key < ${text + LAST_CHARACTER}`
  return pointsWhere(sql`p.channel = 'email' and ${where}`, window)
}

type PhoneShape = {
  lastEight: string
  /** The Brazilian area code, where the typed number has one. */
  ddd?: string | undefined
  /** Other digits before the last eight. */
  before?: string | undefined
  /** Country and area codes of other countries, any of which fits. */
  areas?: string[] | undefined
}

/** Finds a phone number by its last eight digits, narrowed by the digits typed before them. */
export const probePhone: SearchProbe<PhoneShape> = ({ lastEight, ddd, before, areas = [] }, window) => {
  const within = sql`p.match_key >= ${`${lastEight}|`} and p.match_key < ${`${lastEight}}`}`
  // People of another country leave out its country code, so the end of the area is enough there.
  const area = ddd ?? before ?? ''
  const where = sql`(${area} = '' or substr(p.match_key, 10) = ${area} or substr(p.match_key, 10) = any(${sql.param(areas)}::text[])
    or (p.match_key like '%|+%' and right(p.match_key, ${area.length}::int) = ${area}))`
  return pointsWhere(sql`${within} and ${where}`, window)
}

/** The key is the match key and the channel, in the order of the index. */
function pointsWhere(where: SQL, window: ProbeWindow): SQL {
  const { viewer, after } = window
  const [matchKey, channel] = after?.key.split(' ') ?? []
  const further = after
    ? sql` and (p.match_key, p.channel, p.customer_id) > (${matchKey}, ${channel ?? ''}, ${after.id}::uuid)`
    : sql``
  return sql`select r.key, r.id, ${survivorIdAs('c')} as root, r.detail from (
    select p.match_key || ' ' || p.channel as key, p.customer_id as id, p.channel as detail from contact_points p
    where p.retired_at is null and ${where}${further} order by p.match_key, p.channel, p.customer_id limit ${rowsExamined(window)}) r
    join customers c on c.id = r.id ${whereInScope(viewer, survivorIdAs('c'))}`
}
