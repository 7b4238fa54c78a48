import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import { attachments } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import type { Customer } from '@/lib/customer-group/lock'
import { groupIds } from '@/lib/customer-group/scope'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed, type CommandEvent } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { notFound, refused } from '@/lib/kernel/result'
import { putFile } from '@/lib/storage/put-stream'
import { recordStaged, stageFiles } from '@/lib/storage/staged'
import { MAX_PER_SUBJECT } from '../limits'
import { newAttachments, type StagedAttachment } from '../schema'
import { eventSubject, findSubject, type FoundSubject } from '../subject'

/**
 * Attaches inspected files to a case, a send or the customer (K3): all of them or none. Refusal: `attachments.subject_full`, when the subject
 * would have more than `MAX_PER_SUBJECT`.
 */
export const attachFiles = customerCommand({
  event: 'attachment.added',
  permission: 'attachments.add',
  input: newAttachments,
  prepare: (ctx, _customer, { files }) => stageAttachments(ctx, files),
  run: insertAttachments,
})

/** Stores the files before the transaction; `prepare` of a command that calls `insertAttachments`. */
export const stageAttachments = (ctx: WriteCtx, files: readonly StagedAttachment[]) =>
  stageFiles(
    ctx.db,
    'attachments',
    files.map(
      ({ path }) =>
        (key) =>
          putFile(key, path),
    ),
  )

type Added = Pick<z.output<typeof newAttachments>, 'files' | 'caseId' | 'sendId'>

/** The change of `attachFiles`, for a command that does more in the same transaction. `keys`: where the files are stored, in their order. */
export async function insertAttachments(
  ctx: WriteCtx,
  customer: Customer,
  { files, caseId, sendId }: Added,
  keys: readonly string[],
) {
  const subject = await findSubject(ctx, customer.id, { caseId, sendId })
  if (!subject) return notFound()
  if ((await countLive(ctx, customer.id, subject)) + files.length > MAX_PER_SUBJECT)
    return refused('attachments.subject_full', { max: MAX_PER_SUBJECT })
  const events: CommandEvent[] = []
  for (const [index, file] of files.entries()) events.push(await insert(ctx, subject, file, keys[index]!))
  await touchCustomer(ctx, customer.id)
  const renamed = files.filter(({ renamedFrom }) => renamedFrom).length
  return succeed(
    { customerId: customer.id, caseId, sendId, renamed },
    ...events.map((event) => ({ ...event, customerId: customer.id })),
  )
}

/** How many attachments the subject has. For the customer itself, those of the records merged into it count too. */
function countLive(ctx: WriteCtx, survivorId: string, { caseId, sendId }: FoundSubject): Promise<number> {
  return ctx.db.$count(
    attachments,
    and(
      inArray(attachments.customerId, groupIds(survivorId)),
      caseId ? eq(attachments.caseId, caseId) : isNull(attachments.caseId),
      sendId ? eq(attachments.sendId, sendId) : isNull(attachments.sendId),
      isNull(attachments.retiredAt),
    ),
  )
}

async function insert(
  ctx: WriteCtx,
  { number, ...subject }: FoundSubject,
  { path: _path, ...file }: StagedAttachment,
  storageKey: string,
): Promise<CommandEvent> {
  const id = idsOf(ctx).row()
  await recordStaged(ctx.db, storageKey)
  await ctx.db
    .insert(attachments)
    .values({ ...subject, ...file, id, storageKey, createdAt: ctx.now, createdBy: ctx.viewer.userId })
  return {
    customerId: subject.customerId,
    subject: eventSubject({ ...subject, id }),
    before: null,
    after: { fileName: file.name },
    details: { ...(number && { number }), fileType: file.type },
  }
}
