import { attachFiles } from '@/lib/attachments/commands/attach'
import { recordInfected } from '@/lib/antivirus/scan'
import { withAttachments, type Received } from '@/lib/attachments/receive'
import { toAttachments } from '@/lib/attachments/paths'
import { toCase } from '@/lib/cases/paths'
import { dropUnsentUpload } from '@/lib/http/drafts/unsent-upload'
import { setFlash } from '@/lib/http/flash'
import { saveFormState } from '@/lib/http/form-state-cookie'
import { handler } from '@/lib/http/handler'
import { isCutShort } from '@/lib/http/multipart'
import { pageOfForm } from '@/lib/http/page-of-form'
import { seeOther } from '@/lib/http/see-other'
import { toInteraction } from '@/lib/interactions/paths'
import { takeFromBudget } from '@/lib/kernel/budget'
import type { WriteCtx } from '@/lib/kernel/context'
import { IDEMPOTENCY_FIELD, idempotencyHash } from '@/lib/kernel/idempotency'
import { invalid, refused, type Failure } from '@/lib/kernel/result'
import { isUuid } from '@/lib/values/ids'

/** Without a customer there is no form to redirect back to. */
async function refuse(code: string): Promise<Response> {
  await setFlash({ tone: 'bad', key: `errors.${code}` })
  return seeOther('/customers')
}

/** Receives files from an upload form as a stream and attaches them, then redirects to the page of the form. */
export const POST = handler('attachments.add', async ({ request, ctx }) => {
  if (!(await takeFromBudget(ctx, 'uploads'))) return refuse('budget.uploads')
  try {
    return await withAttachments(request, ctx.viewer.userId, (received) => attach(ctx, received, pageOfForm(request)))
  } catch (error) {
    if (isCutShort(error)) return refuse('attachments.cut_short')
    throw error
  }
})

async function attach(ctx: WriteCtx, { fields, files, fault }: Received, formPage: string): Promise<Response> {
  const { customerId = '', caseId = '', sendId = '' } = fields
  if (!isUuid(customerId)) return refuse('not_found')
  const page = pageOf({ customerId, caseId, sendId })
  const again = (refusal: { failure: Failure; file?: string | undefined }) =>
    saveFormState(ctx, page, { ...refusal, values: {} }, '#attachments')
  if (fault?.threat) await recordInfected(ctx, customerId, { file: fault.file, threat: fault.threat })
  if (fault) return again({ ...invalid({ files: fault.code }), file: fault.file })
  const content = files.map(({ name, sha256 }) => [name, sha256])
  const idempotencyKey = idempotencyHash(fields[IDEMPOTENCY_FIELD], [customerId, caseId, sendId, content])
  if (!idempotencyKey) return again(refused('incomplete_form'))
  const attached = await attachFiles({ ...ctx, idempotencyKey }, { customerId, caseId, sendId, files })
  if (!attached.ok) return again({ failure: attached.failure })
  await dropUnsentUpload(fields, formPage, ctx.viewer.userId)
  const done = attached.value.renamed ? 'attachments_renamed' : 'attachments_added'
  await setFlash({ tone: 'ok', key: attached.repeated ? 'flash.saved_before' : `flash.${done}` })
  return seeOther(`${page}#attachments`)
}

/** The page that shows the form. */
function pageOf({ customerId, caseId, sendId }: { customerId: string; caseId: string; sendId: string }): string {
  if (isUuid(caseId)) return toCase(customerId, caseId)
  return isUuid(sendId) ? toInteraction({ customerId, sendId }) : toAttachments(customerId)
}
