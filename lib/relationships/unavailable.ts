import { choiceValue, type TagChoice } from './tag-choice'
import type { Tag } from './tags'

/** Whether a choice names no tag, or one that was retired and that the relationship does not already have. */
export const unavailable = (
  choices: readonly TagChoice[],
  tags: readonly Tag[],
  present: readonly TagChoice[] = [],
): boolean => {
  const presentValues = new Set(present.map(choiceValue))
  return choices.some((choice) => {
    const tag = tags.find(({ id }) => id === choice.tagId)
    if (!tag || (tag.isSymmetric && choice.side === 'inverse')) return true
    return tag.retiredAt !== null && !presentValues.has(choiceValue(choice))
  })
}
