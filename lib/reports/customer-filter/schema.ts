import { z } from 'zod'
import { PREFERENCES } from '@/db/schema/consents'
import { PIPELINE_STATUSES } from '@/db/schema/pipeline-statuses'
import { fieldsOf } from '@/lib/kernel/field-errors'
import { isUuid } from '@/lib/values/ids'
import { isDay } from '@/lib/values/instants'

export const SORTS = ['activity', 'interaction', 'purchase', 'registered', 'rating'] as const
export type Sort = (typeof SORTS)[number]

/** The channels by which customers accept promotions. */
export const CHANNELS = PREFERENCES

/** The columns that can be chosen; the name is always shown. */
export const COLUMNS = [
  'document',
  'email',
  'phone',
  'city',
  'store',
  'seller',
  'assigned',
  'status',
  'rating',
  'registered',
  'purchase',
  'interaction',
  'activity',
] as const
export type ColumnName = (typeof COLUMNS)[number]

export const DEFAULT_COLUMNS: readonly ColumnName[] = ['phone', 'email', 'store', 'assigned', 'activity']

/** The value of a select for customers without a user, a rating or an open case. */
export const NONE = 'none'

const RATINGS = [NONE, '0', '1', '2', '3', '4', '5'] as const
const QUIET_DAYS_MAX = 36_500
const BAD_DAYS = 'reports.bad_days'

const empty = z.literal('').transform(() => undefined)
const field = <T extends z.ZodType>(type: T) => z.union([empty, type], { error: 'invalid' }).optional()
const id = field(z.string().refine(isUuid, 'invalid'))
const idOrNone = field(z.union([z.literal(NONE), z.string().refine(isUuid, 'invalid')]))
const day = z.union([empty, z.string().refine(isDay, 'invalid_date')], { error: 'invalid_date' }).optional()
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'too_long')
    .transform((value) => value || undefined)
    .optional()

const schema = z
  .object({
    store: id,
    /** The user who registered the customer. */
    seller: id,
    assigned: idOrNone,
    /** The position in the pipeline. */
    status: field(z.enum(PIPELINE_STATUSES)),
    subStatus: id,
    rating: field(z.enum(RATINGS)),
    registeredFrom: day,
    registeredTo: day,
    purchaseFrom: day,
    purchaseTo: day,
    city: text(80),
    state: text(40),
    /** Accepts promotions by this means. */
    channel: field(z.enum(PREFERENCES)),
    /** `any`: has an open case; `none`: has none; otherwise has an open case in the state with this id. */
    cases: field(z.union([z.enum(['any', NONE]), z.string().refine(isUuid, 'invalid')])),
    /** The customer is this of somebody else, such as "mother of". */
    tag: id,
    /** No contact in this number of days, or never. */
    quietDays: z
      .union([empty, z.coerce.number().int().min(1, BAD_DAYS).max(QUIET_DAYS_MAX, BAD_DAYS)], { error: BAD_DAYS })
      .optional(),
  })
  .refine(inOrder('registeredFrom', 'registeredTo'), { path: ['registeredTo'], error: 'reports.reversed' })
  .refine(inOrder('purchaseFrom', 'purchaseTo'), { path: ['purchaseTo'], error: 'reports.reversed' })

export type CustomerFilter = z.output<typeof schema>
export type FilterField = keyof CustomerFilter

export const FIELDS = Object.keys(schema.shape) as FilterField[]

/** What a page of the report shows: which customers, in which order, with which columns. */
export type Report = {
  filter: CustomerFilter
  sort: Sort
  isAscending: boolean
  columns: readonly ColumnName[]
}

export const EMPTY_REPORT: Report = { filter: {}, sort: 'activity', isAscending: false, columns: DEFAULT_COLUMNS }

type Search = Record<string, string | undefined>

/** The report that an address asks for, or an error code for each wrong field. An unknown order or column is ignored. */
export function parseReport(
  search: Search,
): { ok: true; report: Report } | { ok: false; fields: Partial<Record<FilterField, string>> } {
  const asked = Object.fromEntries(FIELDS.map((name) => [name, search[name]]))
  const parsed = schema.safeParse(asked)
  if (!parsed.success) return { ok: false, fields: fieldsOf(parsed.error) }
  return {
    ok: true,
    report: {
      filter: parsed.data,
      sort: SORTS.find((sort) => sort === search.sort) ?? EMPTY_REPORT.sort,
      isAscending: search.order === 'asc',
      columns: readColumns(search),
    },
  }
}

/** Links name the columns in one parameter. The form has a check box for each, because the last of several equal names counts. */
function readColumns(search: Search): readonly ColumnName[] {
  const listed = search.columns?.split(',')
  const chosen = COLUMNS.filter((name) => listed?.includes(name) || search[columnField(name)] === 'on')
  return chosen.length ? chosen : DEFAULT_COLUMNS
}

export const columnField = (name: ColumnName) => `column_${name}`

/** The address of a report without its path: equal reports have equal texts. */
export function reportQuery({ filter, sort, isAscending, columns }: Report): string {
  const query = new URLSearchParams()
  for (const name of FIELDS) if (filter[name] !== undefined) query.set(name, String(filter[name]))
  if (sort !== EMPTY_REPORT.sort) query.set('sort', sort)
  if (isAscending) query.set('order', 'asc')
  const shown = COLUMNS.filter((name) => columns.includes(name))
  const isDefault = shown.join() === COLUMNS.filter((name) => DEFAULT_COLUMNS.includes(name)).join()
  if (!isDefault) query.set('columns', shown.join())
  return query.toString()
}

/** The report of a text that `reportQuery` made; null if it is not valid any more. */
export function reportOf(query: string): Report | null {
  const parsed = parseReport(Object.fromEntries(new URLSearchParams(query)))
  return parsed.ok ? parsed.report : null
}

function inOrder<From extends string, To extends string>(from: From, to: To) {
  return (filter: { [K in From | To]?: string | undefined }) => {
    const [first, last] = [filter[from], filter[to]]
    return !first || !last || first <= last
  }
}
