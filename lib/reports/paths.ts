import { reportQuery, type Report } from './customer-filter/schema'

export const CUSTOMER_REPORT = '/reports/customers'

/** The address of a report, of which `after` is the cursor of a page. */
export function toReport(report: Report | string, after?: string | null): string {
  const query = new URLSearchParams(typeof report === 'string' ? report : reportQuery(report))
  if (after) query.set('after', after)
  return query.size ? `${CUSTOMER_REPORT}?${query}` : CUSTOMER_REPORT
}

/** The report of a saved view. */
export const toView = (viewId: string) => `${CUSTOMER_REPORT}?view=${viewId}`

/** The list of saved views. */
export const VIEWS = `${CUSTOMER_REPORT}/views`

/** The forms that rename, share and delete a view. */
export const toViewSettings = (viewId: string) => `${VIEWS}/${viewId}`

/** The form that saves a report as a view. */
export const toNewView = (report: Report) => `${VIEWS}/new?${new URLSearchParams({ query: reportQuery(report) })}`
