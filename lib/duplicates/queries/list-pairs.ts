import { and, desc, eq, gte, lt, or, sql, type SQL } from 'drizzle-orm'
import { customers, duplicatePairs } from '@/db/schema'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { isInstant } from '@/lib/values/instants'
import { rangeOf, type Likelihood, type PairFilter } from '../filter'
import { PAIRS_MAX } from '../schema'
import { readPairs } from './shown-pair'
import { isDismissed, isOpen } from './visible'

/**
 * Pairs whose customers both are in the viewer's scope, 50 a page: open ones with the likeliest first, decided ones with the newest decision
 * first. `cursor` is the position of the last row; a malformed one means the first page.
 */
export const listPairs = query('duplicates.read', async (ctx, filter: PairFilter, cursor?: string) => {
  const isDecided = filter.state === 'decided'
  const rows = await readPairs(ctx, {
    where: and(isDecided ? isDismissed : isOpen, ...conditionsOf(filter), after(isDecided, cursor)),
    orderBy: [
      desc(isDecided ? duplicatePairs.decidedAt : duplicatePairs.probability),
      desc(duplicatePairs.customerId),
      desc(duplicatePairs.otherId),
    ],
    limit: PAIRS_MAX + 1,
  })
  const { page, nextCursor } = pageOf(rows, PAIRS_MAX, ({ customerId, otherId, probability, decided }) =>
    [isDecided ? decided!.at.toISOString() : probability, customerId, otherId].join('_'),
  )
  return { pairs: page, nextCursor }
})

const conditionsOf = ({ likelihood, field, store, customer }: PairFilter): (SQL | undefined)[] => [
  likelihood ? isWithin(likelihood) : undefined,
  field
    ? sql`exists (select from jsonb_array_elements(${duplicatePairs.reasons}) reason
      where reason ->> 'field' = ${field} and (reason ->> 'weight')::float8 > 0)`
    : undefined,
  store
    ? sql`exists (select from ${customers} where ${customers.id} in (${duplicatePairs.customerId}, ${duplicatePairs.otherId})
      and ${customers.storeId} = ${store})`
    : undefined,
  customer ? or(eq(duplicatePairs.customerId, customer), eq(duplicatePairs.otherId, customer)) : undefined,
]

function isWithin(likelihood: Likelihood): SQL | undefined {
  const { from, below } = rangeOf(likelihood)
  return and(
    gte(duplicatePairs.probability, from),
    Number.isFinite(below) ? lt(duplicatePairs.probability, below) : undefined,
  )
}

function after(isDecided: boolean, cursor: string | undefined): SQL | undefined {
  const [value = '', customerId, otherId] = cursor?.split('_') ?? []
  if (!isUuid(customerId) || !isUuid(otherId)) return undefined
  const key = sql`${duplicatePairs.customerId}, ${duplicatePairs.otherId}`
  if (isDecided)
    return isInstant(value)
      ? sql`(${duplicatePairs.decidedAt}, ${key}) < (${value}::timestamptz, ${customerId}::uuid, ${otherId}::uuid)`
      : undefined
  return /^[01](\.\d{1,12})?$/.test(value)
    ? sql`(${duplicatePairs.probability}, ${key}) < (${value}::real, ${customerId}::uuid, ${otherId}::uuid)`
    : undefined
}
