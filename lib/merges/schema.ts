import { z } from 'zod'
import { MERGE_PARTS } from '@/db/schema'
import { MERGE_FIELDS } from '@/lib/customers/merge-fields'
import { uuid, version } from '@/lib/values/fields'

/** Checkboxes of one name; none of them checked sends no field. */
const choices = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.array(z.enum(values)).max(values.length).default([])

export const mergeInput = z.strictObject({
  /** The customer who stays. */
  customerId: uuid,
  version,
  /** The customer who is merged into it. */
  otherId: uuid,
  otherVersion: version,
  /** The fields whose value comes from the absorbed record. */
  take: choices(MERGE_FIELDS),
  /** The parts that the absorbed record contributes. */
  parts: choices(MERGE_PARTS),
  /** Confirms the merge of two customers with different documents of one type. */
  differentDocuments: z.literal('yes').optional(),
})

const GIVEN_ROWS_MAX = 200

export const undoInput = z.strictObject({
  customerId: uuid,
  mergeId: uuid,
  /** Rows that arrived after the merge and go to the absorbed record, as `<part>:<id>`. */
  give: z
    .array(z.string().regex(/^[a-z]+:[0-9a-f-]{36}$/, 'invalid'))
    .max(GIVEN_ROWS_MAX)
    .default([]),
})

export const partInput = z.strictObject({
  customerId: uuid,
  /** The absorbed record that has the row. */
  recordId: uuid,
  part: z.enum(MERGE_PARTS),
  /** Absent for the whole part, which only an inclusion may name. */
  rowId: uuid.optional(),
})
