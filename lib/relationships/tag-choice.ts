/** Which of the two words of a tag is meant: one customer is the mother of the other (`name`), or her daughter (`inverse`). */
export type TagSide = 'name' | 'inverse'

/** A tag as a form offers it: `<tag id>.name` says that the other customer is the tag's `name` of this one. */
export type TagChoice = { tagId: string; side: TagSide }

export const choiceValue = ({ tagId, side }: TagChoice): string => `${tagId}.${side}`

export function parseChoice(value: string): TagChoice {
  const [tagId = '', side] = value.split('.')
  return { tagId, side: side === 'inverse' ? 'inverse' : 'name' }
}

type TagIds = { outgoingTagIds: string[]; incomingTagIds: string[] }

/** The columns of a customer's own row for what the other customer is to them. */
export const tagIdsOf = (choices: readonly TagChoice[]): TagIds => ({
  incomingTagIds: choices.filter(({ side }) => side === 'name').map(({ tagId }) => tagId),
  outgoingTagIds: choices.filter(({ side }) => side === 'inverse').map(({ tagId }) => tagId),
})

/** The columns of the other customer's row. */
export const mirrored = ({ outgoingTagIds, incomingTagIds }: TagIds): TagIds => ({
  outgoingTagIds: incomingTagIds,
  incomingTagIds: outgoingTagIds,
})

/** What the other customer is to this one, from the rows of a customer's records, each choice once. */
export function choicesIn(rows: readonly TagIds[], isSymmetric: (tagId: string) => boolean): TagChoice[] {
  const all = rows.flatMap(({ outgoingTagIds, incomingTagIds }) => [
    ...incomingTagIds.map((tagId): TagChoice => ({ tagId, side: 'name' })),
    ...outgoingTagIds.map((tagId): TagChoice => ({ tagId, side: isSymmetric(tagId) ? 'name' : 'inverse' })),
  ])
  return [...new Map(all.map((choice) => [choiceValue(choice), choice])).values()]
}
