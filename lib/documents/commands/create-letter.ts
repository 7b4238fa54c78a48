import { createHash } from 'node:crypto'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { customerCommand } from '@/lib/customer-group/command'
import { invalid, refused } from '@/lib/kernel/result'
import { pagesOf } from '@/lib/pdf/pages'
import { renderPdf } from '@/lib/pdf/render'
import { pdfReasonOf } from '@/lib/pdf/work/pdf-error'
import { storage } from '@/lib/storage/storage'
import { journeyProblem } from '../journeys'
import { numbersFor, saveKit } from '../save-kit'
import { newLetter } from '../schema'

/** Writes a letter to the customer, in the company's language, as a kit of one PDF. Refusals: `journeyId`: `documents.journey_unavailable`; `documents.pdf_busy`. */
export const createLetter = customerCommand({
  event: 'document.kit_created',
  permission: 'documents.create',
  input: newLetter,
  run: async (ctx, customer, { title, number: given, journeyId, body }) => {
    const problem = await journeyProblem(ctx, journeyId)
    if (problem) return invalid({ journeyId: problem })
    const { t, format, locale } = i18n('pt-BR')
    const number = numbersFor(1, given, ctx.now)[0]!
    const pdf = await renderPdf('letter', {
      title,
      body,
      number: t('documents.letter.number', { number }),
      recipient: customer.preferredName ?? customer.name,
      company: env().COMPANY_NAME,
      date: format.dateTime(ctx.now, { dateStyle: 'long' }),
      page: t('documents.letter.page', { page: '{page}', pages: '{pages}' }),
      language: locale,
    }).catch(nullWhenBusy)
    if (!pdf) return refused('documents.pdf_busy')
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    const facts = { sha256, bytes: pdf.length, pages: await pagesOf(pdf) }
    const put = (key: string) => storage().put(key, pdf)
    return saveKit(ctx, customer, { title, journeyId, files: [{ ...facts, title, name: `${title}.pdf`, number, put }] })
  },
})

function nullWhenBusy(error: unknown): null {
  if (pdfReasonOf(error) === 'busy') return null
  throw error
}
