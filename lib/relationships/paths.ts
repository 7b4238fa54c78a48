/** The section with the customers who are related to a customer. */
export const toRelated = (customerId: string) => `/customers/${customerId}/related`

export const toNewRelationship = (customerId: string) => `${toRelated(customerId)}/new`

export const toRelationship = (customerId: string, otherId: string) => `${toRelated(customerId)}/${otherId}`

/** The list of tags, under Administration. */
export const RELATIONSHIP_TAGS = '/relationship-tags'

export const toTag = (tagId: string) => `${RELATIONSHIP_TAGS}/${tagId}`

/** The id of the form that restores a removed relationship. */
export const RELATIONSHIP_FORM = 'relationship'
