import { z } from 'zod'
import { uuid } from '@/lib/values/fields'
import { TARGETS, type Mapping, type Target } from './targets'

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

const columns = Object.fromEntries(TARGETS.map((target) => [target, header])) as Record<Target, typeof header>

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

export const oneImport = z.strictObject({ importId: uuid })

export const upload = z.strictObject({
  id: uuid,
  fileName: z.string().min(1).max(200),
  storageKey: z.string(),
  bytes: z.number().int().min(1),
  sha256: z.string().length(64),
  dialect: z.strictObject({
    encoding: z.enum(['utf-8', 'utf-16le', 'latin1']),
    delimiter: z.enum([',', ';', '\t', '|']),
    headerLine: z.number().int().min(1),
    rowEnd: z.enum(['lf', 'cr']).optional(),
  }),
  headers: z.array(z.string()).min(1),
})
