/** The queue of customers who are probably the same one. */
export const DUPLICATES = '/duplicates'

/** Says what a decision about several pairs will do. */
export const REVIEW = `${DUPLICATES}/review`

/** Switches automatic merging on and off. */
export const RULE = `${DUPLICATES}/rule`

export const toPair = (customerId: string, otherId: string) => `${DUPLICATES}/${customerId}/${otherId}`

/** The open pairs of one customer. */
export const toPairsOf = (customerId: string) => `${DUPLICATES}?customer=${customerId}`

/** The id of the form whose buttons decide about pairs. */
export const DUPLICATE_FORM = 'duplicates'

/** The id of the link that opens a pair, which takes the focus after an undo. */
export const pairLinkId = (customerId: string, otherId: string) =>
  `pair-${customerId.slice(0, 8)}-${otherId.slice(0, 8)}`
