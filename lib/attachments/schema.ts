import { z } from 'zod'
import { ATTACHMENT_TYPES } from '@/db/schema/attachments'
import { optionalId, optionalText, uuid } from '@/lib/values/fields'
import { MAX_FILES } from './limits'

/** An inspected file in a temporary folder of this machine. */
const stagedAttachment = z.strictObject({
  path: z.string(),
  name: z.string().min(1).max(255),
  renamedFrom: z.string().nullable(),
  type: z.enum(ATTACHMENT_TYPES),
  charset: z.enum(['utf-8', 'windows-1252']).nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
})

export type StagedAttachment = z.output<typeof stagedAttachment>

export const attachedFiles = z.array(stagedAttachment).max(MAX_FILES, 'attachments.too_many_files')

/** With neither id, the files are attached to the customer itself. */
export const newAttachments = z
  .strictObject({
    customerId: uuid,
    caseId: optionalId,
    sendId: optionalId,
    files: attachedFiles.min(1, 'attachments.no_file'),
  })
  .refine(({ caseId, sendId }) => !caseId || !sendId, { path: ['sendId'], message: 'invalid' })

export const oneAttachment = z.strictObject({ customerId: uuid, attachmentId: uuid, reason: optionalText(500) })
