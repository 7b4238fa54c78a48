import { detailsOf } from './changes'
import type { EventItem, EventRow } from './item'

/** The id of the second customer of an event about two of them, or null. */
export function otherCustomerIn(row: Pick<EventRow, 'details'>): string | null {
  const { other } = row.details?.includes('"other"') ? detailsOf(row) : {}
  return typeof other === 'string' ? other : null
}

/** Replaces the id of the second customer by the name. Without a name, because the viewer's scope does not include the customer, nothing is left. */
export function withOtherCustomer(item: EventItem, names: ReadonlyMap<string, string>): EventItem {
  const { other, ...details } = item.details
  const name = names.get(String(other))
  return { ...item, details: name ? { ...details, other: name } : details }
}
