import type { CommandEvent } from '@/lib/kernel/command'
import type { Pair } from './pair'
import { choicesIn, mirrored, type TagChoice } from './tag-choice'
import type { Tag } from './tags'

type TagIds = { outgoingTagIds: string[]; incomingTagIds: string[] }
export type Content = TagIds & { note: string | null }

/**
 * The entries for the histories of both customers, each from its own side. The other customer is stored by id, so that a reader sees the
 * name only within their scope.
 */
export function eventsOf(
  { own, other }: Pair,
  tags: readonly Tag[],
  before: Content | null,
  after: Content | null,
): CommandEvent[] {
  const entry = (customerId: string, otherId: string, side: (content: Content) => Content): CommandEvent => ({
    customerId,
    subject: `relationship:${otherId}`,
    before: before && recorded(side(before), tags),
    after: after && recorded(side(after), tags),
    details: { other: otherId },
  })
  return [
    entry(own.survivorId, other.survivorId, (content) => content),
    entry(other.survivorId, own.survivorId, (content) => ({ ...content, ...mirrored(content) })),
  ]
}

const recorded = (content: Content, tags: readonly Tag[]) => ({
  relation: choicesIn([content], (id) => tags.some((tag) => tag.id === id && tag.isSymmetric)).map((choice) =>
    recordedWords(choice, tags),
  ),
  relationNote: content.note,
})

/** The words as the history stores them: those of the admin, or the key of a default tag, which the texts translate. */
function recordedWords({ tagId, side }: TagChoice, tags: readonly Tag[]): string {
  const tag = tags.find(({ id }) => id === tagId)
  const own = side === 'inverse' ? tag?.inverseName : tag?.name
  return own ?? tag?.name ?? `${tag?.key}.${side}`
}
