import { relateCustomers } from '@/lib/relationships/commands/relate'
import { DEFAULT_TAGS } from '@/lib/relationships/default-tags'
import { choiceValue, type TagSide } from '@/lib/relationships/tag-choice'
import { accepted, type Step } from '../timeline'

type Words = `${keyof typeof DEFAULT_TAGS}.${TagSide}`

/** Relates two customers. `words` is what the other one is to the first. */
export const relate =
  (customerId: string, otherId: string, words: readonly Words[], note = ''): Step =>
  (ctx) =>
    accepted(relateCustomers(ctx, { customerId, otherId, tags: words.map(valueOf), note }))

function valueOf(words: Words): string {
  const [key, side] = words.split('.') as [keyof typeof DEFAULT_TAGS, TagSide]
  return choiceValue({ tagId: DEFAULT_TAGS[key], side })
}
