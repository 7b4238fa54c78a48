import type { ColumnName } from '@/lib/reports/customer-filter/schema'
import { listDetails, type Details } from '@/lib/reports/customer-filter/details'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'
import { listByIds, listManyByIds, type Listed } from './hits'

/** A customer with everything that a column of the customer filter can show. Personal values are masked as in the list of customers. */
export type ReportRow = Listed & Details

/** More customers than a page shows. */
const MANY = 100

/** The customers of these ids within the viewer's scope, in the order of the ids. */
export async function listReportRows(ctx: Ctx, ids: string[], columns: readonly ColumnName[]): Promise<ReportRow[]> {
  const list = ids.length > MANY ? listManyByIds : listByIds
  const [listed, details] = await Promise.all([list(ctx, ids), listDetails(ctx, ids, columns)])
  const listedById = new Map(listed.map((one) => [one.id, one]))
  const detailsById = new Map(details.map((one) => [one.id, one]))
  return ids.flatMap((id) => {
    const [one, more] = [listedById.get(id), detailsById.get(id)]
    return one && more ? [{ ...one, ...more }] : []
  })
}

/** The text of a cell, the same on the page and in a file; null for a missing value. */
export function cellText(column: ColumnName, row: ReportRow, { format, t }: Pick<I18n, 'format' | 't'>): string | null {
  switch (column) {
    case 'document':
      return row.document?.shown ?? null
    case 'email':
      return row.email
    case 'phone':
      return row.phone
    case 'city':
      return row.city || null
    case 'store':
      return row.storeName
    case 'seller':
      return row.sellerName
    case 'assigned':
      return row.assignedName
    case 'status':
      return [t(`pipeline.statuses.${row.status}`), row.subStatus].filter(Boolean).join(' · ')
    case 'rating':
      return row.rating === null ? null : String(row.rating)
    case 'registered':
      return row.registeredOn && formatDay(row.registeredOn, { format })
    case 'purchase':
      return row.lastPurchaseOn && formatDay(row.lastPurchaseOn, { format })
    case 'interaction':
      return row.lastInteractionAt && format.dateTime(row.lastInteractionAt, 'dayTime')
    case 'activity':
      return format.dateTime(row.lastActivityAt, 'dayTime')
  }
}
