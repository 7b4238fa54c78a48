import { createKit } from '@/lib/documents/commands/create-kit'
import { toDocuments, toNewDocuments } from '@/lib/documents/paths'
import { withUpload } from '@/lib/documents/upload/receive'
import { setFlash } from '@/lib/kernel/flash'
import { handler } from '@/lib/kernel/handler'
import { isUuid } from '@/lib/kernel/ids'
import { ONCE, onceOf } from '@/lib/kernel/once'
import type { Failure } from '@/lib/kernel/result'

const seeOther = (path: string) => new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })

/** The form comes back with its words, but for the files: a browser does not give those twice. */
async function refuse(code: string, { customerId, title = '', number = '', journeyId = '' }: Record<string, string | undefined>): Promise<Response> {
  await setFlash({ tone: 'bad', key: `errors.${code}` })
  if (!isUuid(customerId)) return seeOther('/customers')
  return seeOther(`${toNewDocuments(customerId)}?${new URLSearchParams({ title, number, journeyId })}`)
}

const codeOf = (failure: Failure): string => {
  if (failure.kind === 'invalid') {
    const [field, code = failure.code] = Object.entries(failure.fields ?? {})[0] ?? []
    return field === 'title' && code === 'required' ? 'documents.no_title' : (code ?? 'invalid')
  }
  return failure.kind === 'conflict' ? failure.code : failure.kind
}

/** Takes PDFs from the upload form, streaming, and goes on to the customer's documents. */
export const POST = handler('/api/documents/route', async ({ request, ctx }) => {
  try {
    return await withUpload(request, async ({ fields, files, fault }) => {
      if (fault) return refuse(`documents.${fault}`, fields)
      const { customerId, title, number, journeyId } = fields
      const form = { customerId, title, number, journeyId }
      const once = onceOf(fields[ONCE], [form, files.map(({ name, sha256 }) => [name, sha256])])
      if (!once) return refuse('incomplete_form', fields)
      const created = await createKit({ ...ctx, once }, { ...form, files })
      if (!created.ok) return refuse(codeOf(created.failure), fields)
      await setFlash({ tone: 'ok', key: created.repeated ? 'flash.saved_before' : 'flash.documents_created' })
      return seeOther(toDocuments(created.value.customerId))
    })
  } catch (error) {
    if (request.signal.aborted || isCutShort(error)) return refuse('documents.cut_short', {})
    throw error
  }
})

const isCutShort = (error: unknown) => error instanceof Error && /form|aborted/i.test(error.message)
