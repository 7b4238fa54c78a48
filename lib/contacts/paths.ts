/** The tab with a customer's contact points. */
export const toPoints = ({ customerId }: { customerId: string }) => `/customers/${customerId}/contacts`

/** The row of a point in that tab. */
export const toPointRow = ({ customerId, pointId }: { customerId: string; pointId: string }) =>
  `${toPoints({ customerId })}#point-${pointId}`

export const toPoint = ({ customerId, pointId }: { customerId: string; pointId: string }) =>
  `${toPoints({ customerId })}/${pointId}`

export const toNewPoint = (customerId: string, channel?: string) =>
  `${toPoints({ customerId })}/new${channel ? `?channel=${channel}` : ''}`

/** The id of the form with the buttons that change contact points. */
export const POINT_FORM = 'points'
