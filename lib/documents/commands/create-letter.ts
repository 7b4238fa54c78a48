import { addressedName } from '@/lib/customer-group/shown-name'
import { createHash } from 'node:crypto'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import type { WriteCtx } from '@/lib/kernel/context'
import { customerCommand } from '@/lib/customer-group/command'
import type { Customer } from '@/lib/customer-group/lock'
import { invalid, refused } from '@/lib/kernel/result'
import { undrawableIn } from '@/lib/pdf/drawable'
import { pagesOf } from '@/lib/pdf/pages'
import { renderPdf } from '@/lib/pdf/render'
import { pdfReasonOf } from '@/lib/pdf/work/pdf-error'
import { stageFiles } from '@/lib/storage/staged'
import { storage } from '@/lib/storage/storage'
import { journeyProblem } from '../journeys'
import { numbersFor, saveKit } from '../save-kit'
import { newLetter } from '../schema'

/**
 * Writes a letter to the customer, in the company's language, as a kit of one PDF.
 * Refusals: field `journeyId`: `documents.journey_unavailable`; `documents.undrawable` (characters that the PDF cannot show),
 * `documents.pdf_busy`, `documents.pdf_queue_full`.
 */
export const createLetter = customerCommand({
  event: 'document.kit_created',
  permission: 'documents.create',
  input: newLetter,
  prepare: async (ctx, customer, { title, number: typed, journeyId, body }) => {
    const problem = await journeyProblem(ctx, journeyId)
    if (problem) return invalid({ journeyId: problem })
    const characters = undrawableIn(title, body, addressedName(customer))
    if (characters.length) return refused('documents.undrawable', { characters: characters.join(' ') })
    const number = numbersFor(1, typed, ctx.now)[0]!
    const pdf = await draw(ctx, customer, { title, body, number }).catch(refusalWhenBusy)
    if (typeof pdf === 'string') return refused(pdf)
    const pages = await pagesOf(pdf)
    const { value, discard } = await stageFiles(ctx.db, 'documents', [(key) => storage().put(key, pdf)])
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    return { ok: true, value: { number, sha256, bytes: pdf.length, pages, storageKey: value[0]! }, discard }
  },
  run: async (ctx, customer, { title, journeyId }, file) => {
    const problem = await journeyProblem(ctx, journeyId)
    if (problem) return invalid({ journeyId: problem })
    return saveKit(ctx, customer, { title, journeyId, files: [{ ...file, title, name: `${title}.pdf` }] })
  },
})

function draw(
  ctx: WriteCtx,
  customer: Customer,
  letter: { title: string; body: string; number: string },
): Promise<Buffer> {
  const { t, format, locale } = i18n('pt-BR')
  return renderPdf(
    'letter',
    {
      title: letter.title,
      body: letter.body,
      number: t('documents.letter.number', { number: letter.number }),
      recipient: addressedName(customer),
      company: env().COMPANY_NAME,
      date: format.dateTime(ctx.now, { dateStyle: 'long' }),
      page: t('documents.letter.page', { page: '{page}', pages: '{pages}' }),
      language: locale,
    },
    ctx.viewer.userId,
  )
}

function refusalWhenBusy(error: unknown): string {
  const reason = pdfReasonOf(error)
  if (reason === 'busy') return 'documents.pdf_busy'
  if (reason === 'queue_full') return 'documents.pdf_queue_full'
  throw error
}
