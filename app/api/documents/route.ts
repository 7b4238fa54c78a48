import { recordInfected } from '@/lib/antivirus/scan'
import { createKit } from '@/lib/documents/commands/create-kit'
import { toDocuments, toNewDocuments } from '@/lib/documents/paths'
import { faultKey, withUpload } from '@/lib/documents/upload/receive'
import { setFlash } from '@/lib/http/flash'
import { dropUnsentUpload } from '@/lib/http/drafts/unsent-upload'
import { handler } from '@/lib/http/handler'
import { pageOfForm } from '@/lib/http/page-of-form'
import { isUuid } from '@/lib/values/ids'
import { saveFormState } from '@/lib/http/form-state-cookie'
import { isCutShort } from '@/lib/http/multipart'
import { takeFromBudget } from '@/lib/kernel/budget'
import { IDEMPOTENCY_FIELD, idempotencyHash } from '@/lib/kernel/idempotency'
import { type Failure, invalid, refused } from '@/lib/kernel/result'
import { seeOther } from '@/lib/http/see-other'

/** Without a customer there is no form to redirect back to. */
async function refuse(code: string): Promise<Response> {
  await setFlash({ tone: 'bad', key: `errors.${code}` })
  return seeOther('/customers')
}

/** Receives PDFs from the upload form as a stream, then redirects to the customer's documents. */
export const POST = handler('documents.create', async ({ request, ctx }) => {
  if (!(await takeFromBudget(ctx, 'uploads'))) return refuse('budget.uploads')
  try {
    return await withUpload(request, ctx.viewer.userId, async ({ fields, files, fault }) => {
      const { customerId = '', title = '', number = '', journeyId = '' } = fields
      if (!isUuid(customerId)) return refuse('not_found')
      const values = { title, number, journeyId }
      const again = (refusal: { failure: Failure; file?: string | undefined }) =>
        saveFormState(ctx, toNewDocuments(customerId), { ...refusal, values })
      if (fault?.threat) await recordInfected(ctx, customerId, { file: fault.file ?? '', threat: fault.threat })
      if (fault) return again({ ...invalid({ files: faultKey(fault.code) }), file: fault.file })
      const idempotencyKey = idempotencyHash(fields[IDEMPOTENCY_FIELD], [
        customerId,
        values,
        files.map(({ name, sha256 }) => [name, sha256]),
      ])
      if (!idempotencyKey) return again(refused('incomplete_form'))
      const created = await createKit({ ...ctx, idempotencyKey }, { customerId, ...values, files })
      if (!created.ok) return again({ failure: created.failure })
      await dropUnsentUpload(fields, pageOfForm(request), ctx.viewer.userId)
      await setFlash({ tone: 'ok', key: created.repeated ? 'flash.saved_before' : 'flash.documents_created' })
      return seeOther(toDocuments(created.value.customerId))
    })
  } catch (error) {
    if (isCutShort(error)) return refuse('documents.cut_short')
    throw error
  }
})
