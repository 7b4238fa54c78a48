export const PIPELINE = '/pipeline'

/** The page that changes or schedules the status of a customer; `from` is the page to return to. */
export const toStatus = (customerId: string, from?: string) =>
  `/customers/${customerId}/status${from ? `?${new URLSearchParams({ from })}` : ''}`

/** The list of sub-statuses, under Administration. */
export const SUB_STATUSES = '/sub-statuses'

export const toSubStatus = (subStatusId: string) => `${SUB_STATUSES}/${subStatusId}`

/** The id of the form of the buttons that move a sub-status. */
export const SUB_STATUS_FORM = 'substatus'

/** The id of the form of the cards on the board. */
export const BOARD_FORM = 'board'

/** The name of a card's select, which says where the card is moved. */
export const cardField = (customerId: string) => `to-${customerId}`
