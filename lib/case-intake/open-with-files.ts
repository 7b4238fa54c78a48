import { insertAttachments, stageAttachments } from '@/lib/attachments/commands/attach'
import { attachedFiles } from '@/lib/attachments/schema'
import { insertCase } from '@/lib/cases/commands/open'
import { newCase } from '@/lib/cases/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { succeed } from '@/lib/kernel/command'
import { forbidden } from '@/lib/kernel/result'

/**
 * Opens a case and attaches its files in one transaction (K2, K3): both or neither. The files are optional; they need `attachments.add` too.
 * Refusals: those of `openCase` and of `attachFiles`.
 */
export const openCaseWithFiles = customerCommand({
  event: 'case.opened',
  permission: 'cases.write',
  input: newCase.extend({ files: attachedFiles }),
  prepare: async (ctx, _customer, { files }) =>
    files.length > 0 && !ctx.viewer.can('attachments.add') ? forbidden() : stageAttachments(ctx, files),
  run: async (ctx, customer, { files, ...form }, keys) => {
    const opened = await insertCase(ctx, customer, form)
    if (!opened.ok || !files.length) return opened
    const { caseId } = opened.value
    const attached = await insertAttachments(ctx, customer, { files, caseId, sendId: null }, keys)
    if (!attached.ok) return attached
    const added = attached.events.map((event) => ({ ...event, event: 'attachment.added' as const }))
    return succeed(opened.value, ...opened.events, ...added)
  },
})
