import { recordInfected } from '@/lib/antivirus/scan'
import { withAttachments, type Received } from '@/lib/attachments/receive'
import { openCaseWithFiles } from '@/lib/case-intake/open-with-files'
import { toCase, toNewCase } from '@/lib/cases/paths'
import { dropUnsentUpload } from '@/lib/http/drafts/unsent-upload'
import { setFlash } from '@/lib/http/flash'
import { saveFormState } from '@/lib/http/form-state-cookie'
import { handler } from '@/lib/http/handler'
import { isCutShort } from '@/lib/http/multipart'
import { pageOfForm } from '@/lib/http/page-of-form'
import { seeOther } from '@/lib/http/see-other'
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

/** Receives the form of a new case with its files as a stream, then redirects to the case. */
export const POST = handler('cases.write', async ({ request, ctx }) => {
  if (!(await takeFromBudget(ctx, 'uploads'))) return refuse('budget.uploads')
  try {
    return await withAttachments(request, ctx.viewer.userId, (received) => open(ctx, received, pageOfForm(request)))
  } catch (error) {
    if (isCutShort(error)) return refuse('attachments.cut_short')
    throw error
  }
})

async function open(ctx: WriteCtx, { fields, files, fault }: Received, formPage: string): Promise<Response> {
  const { [IDEMPOTENCY_FIELD]: key, ...typed } = fields
  const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('$')))
  const { customerId = '', target } = values
  if (!isUuid(customerId)) return refuse('not_found')
  const again = (refusal: { failure: Failure; file?: string | undefined }) =>
    saveFormState(ctx, toNewCase(customerId, target), { ...refusal, values })
  if (fault?.threat) await recordInfected(ctx, customerId, { file: fault.file, threat: fault.threat })
  if (fault) return again({ ...invalid({ files: fault.code }), file: fault.file })
  const content = files.map(({ name, sha256 }) => [name, sha256])
  const idempotencyKey = idempotencyHash(key, [values, content])
  if (!idempotencyKey) return again(refused('incomplete_form'))
  const opened = await openCaseWithFiles({ ...ctx, idempotencyKey }, { ...values, files })
  if (!opened.ok) return again({ failure: opened.failure })
  await dropUnsentUpload(fields, formPage, ctx.viewer.userId)
  await setFlash({ tone: 'ok', key: `flash.${opened.repeated ? 'saved_before' : 'case_opened'}` })
  return seeOther(toCase(opened.value.customerId, opened.value.caseId))
}
