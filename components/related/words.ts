import type { I18n } from '@/lib/i18n/translator'
import type { RelatedTag } from '@/lib/relationships/queries'
import type { TagSide } from '@/lib/relationships/tag-choice'
import type { Tag } from '@/lib/relationships/tags'

/** The words of a tag in one direction: those that an admin wrote, or the text of a default tag. */
export function tagWords({ key, name, inverseName }: Tag, side: TagSide, t: I18n['t']): string {
  if (name) return (side === 'inverse' ? inverseName : null) ?? name
  return key ? t(`related.tags.${key}.${side}`) : ''
}

/** The words of both directions, once for a symmetric tag. */
export function bothWords(tag: Tag, t: I18n['t']): string {
  const name = tagWords(tag, 'name', t)
  return tag.isSymmetric ? name : t('related.tagList.both', { name, inverse: tagWords(tag, 'inverse', t) })
}

/** What the other customer is to the one called `name`: "daughter of Maria Clara, employee of Maria Clara". */
export function relationWords(tags: readonly RelatedTag[], name: string, t: I18n['t']): string {
  const words = tags.map(({ tag, side }) => tagWords(tag, side, t))
  return words.map((one) => t('related.of', { words: one, name })).join(', ')
}
