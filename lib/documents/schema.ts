import { z } from 'zod'
import { SEND_CHANNELS } from '@/db/schema/journeys'
import { destinationFields } from '@/lib/sending/destination'
import { requiredText, uuid } from '@/lib/values/fields'
import { normalizeNumber, NUMBER_MAX } from './number'

export const MAX_FILES = 10
export const LETTER_MAX = 20_000

const noneMeansNull = z
  .union([z.literal(''), uuid])
  .nullish()
  .transform((v) => v || null)

const number = z
  .string()
  .transform(normalizeNumber)
  .refine((v) => v.length <= NUMBER_MAX, 'too_long')
  .refine((v) => !v || /\d/.test(v), 'documents.number_without_digit')
  .nullish()
  .transform((v) => v || null)

const kit = { customerId: uuid, title: requiredText(160), number, journeyId: noneMeansNull }

/** A PDF in a temporary file on this machine. */
const stagedPdf = z.strictObject({
  path: z.string(),
  name: z.string().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
  pages: z.number().int().positive(),
})

export type StagedPdf = z.output<typeof stagedPdf>

export const newKit = z.strictObject({
  ...kit,
  files: z.array(stagedPdf).min(1, 'documents.no_file').max(MAX_FILES, 'documents.too_many_files'),
})

export const newLetter = z.strictObject({ ...kit, body: requiredText(LETTER_MAX) })

export const oneDocument = z.strictObject({ customerId: uuid, documentId: uuid })

export const resend = z.strictObject({
  customerId: uuid,
  kitId: uuid,
  documents: z.array(uuid).default([]),
  journeyId: uuid,
  channel: z.enum(SEND_CHANNELS, { error: 'invalid' }),
  messageId: z.uuid({ error: 'documents.no_message' }),
  ...destinationFields,
})
