import { MERGE_FIELDS, type MergeField } from '@/lib/customers/merge-fields'
import type { MergePart } from '@/lib/customer-group/included'
import { OPTIONAL_PARTS, PARTS_BY_DEFAULT } from './contributions'

/** What a person chose for a merge. The address of the page has it, without any personal value. */
export type MergeChoices = { take: MergeField[]; parts: MergePart[] }

/** The names of the fields in the address. `chosen` tells a form with nothing checked from an address without choices. */
export const CHOSEN = 'chosen'
export const takeName = (field: MergeField) => `take-${field}`
export const partName = (part: MergePart) => `part-${part}`

/** Reads the choices from the address; without any, the defaults. */
export function choicesIn(search: Record<string, string | undefined>, taken: readonly MergeField[]): MergeChoices {
  if (!search[CHOSEN]) return { take: [...taken], parts: [...PARTS_BY_DEFAULT] }
  return {
    take: MERGE_FIELDS.filter((field) => search[takeName(field)] === 'other'),
    parts: OPTIONAL_PARTS.filter((part) => search[partName(part)] === 'on'),
  }
}

/** The choices as parameters of an address. */
export const paramsOf = ({ take, parts }: MergeChoices): Record<string, string> => ({
  [CHOSEN]: '1',
  ...Object.fromEntries(take.map((field) => [takeName(field), 'other'])),
  ...Object.fromEntries(parts.map((part) => [partName(part), 'on'])),
})
