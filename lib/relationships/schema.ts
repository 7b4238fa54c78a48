import { z } from 'zod'
import { optionalText, requiredText, uuid, version } from '@/lib/values/fields'
import { parseChoice } from './tag-choice'

const TAGS_MAX = 10

const choice = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(name|inverse)$/, 'invalid')
  .transform(parseChoice)

const pair = { customerId: uuid, otherId: uuid }

const content = {
  /** What the other customer is to this one. */
  tags: z
    .array(choice)
    .max(TAGS_MAX, 'related.too_many_tags')
    .nullish()
    .transform((tags) => tags ?? [])
    .refine((tags) => tags.length > 0, 'related.no_tag'),
  note: optionalText(500),
}

export const newRelationship = z.strictObject({ ...pair, ...content })

export const relationshipChange = z.strictObject({ ...pair, version, ...content })

export const oneRelationship = z.strictObject(pair)

const words = requiredText(60, 'related.no_words')

/** Without words for the other direction, both directions have the same. */
export const newTag = z.strictObject({ name: words, inverseName: optionalText(60) })

export const tagChange = z.strictObject({ tagId: uuid, version, name: words, inverseName: optionalText(60) })

export const oneTag = z.strictObject({ tagId: uuid })
