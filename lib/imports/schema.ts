import { z } from 'zod'
import { uuid } from '@/lib/values/fields'
import { DELIMITER_NAMES, DELIMITERS } from './reading/delimiters'
import { ENCODINGS } from './reading/encoding'
import { IMPORT_KINDS } from '@/db/schema/imports'
import { COLUMNS, targetsOf } from './kinds/columns'
import type { Mapping } from './kinds/rows'
import { PHONE_COUNTRIES } from './row/places'

const ticked = z.literal('on').optional().transform(Boolean)
const header = z.string().max(200, 'too_long').optional()

/** Lower-case letters, digits, `-` and `_`, because it is part of URLs (`/customers/by/{source}/{id}`). */
const source = z
  .string({ error: 'required' })
  .trim()
  .toLowerCase()
  .min(1, 'required')
  .max(40, 'too_long')
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'imports.bad_source')

/** The targets of all kinds; a command ignores those that the kind of its file does not have. */
const columns = Object.fromEntries(
  IMPORT_KINDS.flatMap((kind) => targetsOf(COLUMNS[kind])).map((target) => [target, header]),
)

/** The mapping screen's fields: a column name for each target, or an empty string. */
const mapping = z
  .strictObject(columns)
  .transform((posted): Mapping => Object.fromEntries(Object.entries(posted).filter(([, name]) => name)))

export const columnChoice = z
  .strictObject({ importId: uuid, source, keepAttributes: ticked, ...columns })
  .transform(({ importId, source: from, keepAttributes, ...rest }) => ({
    importId,
    source: from,
    keepAttributes,
    mapping: mapping.parse(rest),
  }))

/** The number of a line. With `least` 0, the value 0 means that there is no such line. */
const line = (least: number) =>
  z.coerce
    .number('imports.bad_line')
    .int('imports.bad_line')
    .min(least, 'imports.bad_line')
    .max(1_000_000, 'imports.bad_line')

const emptyAsAbsent = (value: unknown) => (value === '' ? undefined : value)

/** How a file is read, as its form posts it. */
export const readingChoice = z.strictObject({
  importId: uuid,
  encoding: z.enum(ENCODINGS, 'invalid'),
  delimiter: z.enum(DELIMITER_NAMES, 'invalid').transform((name) => DELIMITERS[DELIMITER_NAMES.indexOf(name)]!),
  headerLine: line(0),
  firstLine: z.preprocess(emptyAsAbsent, line(1).optional()),
  dayOrder: z.preprocess(emptyAsAbsent, z.enum(['dmy', 'mdy'], 'invalid').optional()),
  decimalMark: z.preprocess(emptyAsAbsent, z.enum([',', '.'], 'invalid').optional()),
  country: z.enum(PHONE_COUNTRIES, 'invalid'),
})

export type ReadingChoice = z.output<typeof readingChoice>

export const oneImport = z.strictObject({ importId: uuid })

const row = z.coerce.number().int().min(1)
export const refusedRow = z.strictObject({ importId: uuid, row })
/** `seen` identifies what the person saw, as `evaluate` returns it. */
export const acceptedRow = z.strictObject({ importId: uuid, row, seen: z.string().length(32) })

export const upload = z.strictObject({
  id: uuid,
  kind: z.enum(IMPORT_KINDS).default('customers'),
  fileName: z.string().min(1).max(200),
  storageKey: z.string(),
  bytes: z.number().int().min(1),
  sha256: z.string().length(64),
  dialect: z.strictObject({
    encoding: z.enum(ENCODINGS),
    delimiter: z.enum(DELIMITERS),
    headerLine: z.number().int().min(0),
    firstLine: z.number().int().min(1).optional(),
    columns: z.number().int().min(1).optional(),
    skipColumns: z.number().int().min(1).optional(),
    wrapped: z.literal(true).optional(),
    rowEnd: z.enum(['lf', 'cr']).optional(),
  }),
  headers: z.array(z.string()).min(1),
})
