import { open } from 'node:fs/promises'
import { pdfReasonOf, type PdfReason } from './work/pdf-error'
import { workOnPdf } from './work/work'

export const MAX_PAGES = 500
export const MAX_PDF_MB = 25

/** Why a file is not accepted as a document. Keys under `errors.documents.*`. */
export type PdfFault =
  | 'not_pdf'
  | 'damaged_pdf'
  | 'encrypted_pdf'
  | 'restricted_pdf'
  | 'inconsistent_pdf'
  | 'active_pdf'
  | 'too_many_pages'
  | 'heavy_pdf'
  | 'pdf_busy'
  | 'pdf_queue_full'

export type InspectedPdf = { ok: true; pages: number } | { ok: false; code: PdfFault }

/** The header is the first thing in the file (ISO 32000-2, 7.5.2). Before it, readers count offsets in different ways. */
const HEAD_BYTES = 5

/** Inspects a local file: its pages, or why it is not accepted. `person` as in `workOnPdf`. */
export async function inspectPdf(file: string, person: string): Promise<InspectedPdf> {
  if ((await headOf(file)) !== '%PDF-') return { ok: false, code: 'not_pdf' }
  const facts = await workOnPdf('inspect', { file, maxPages: MAX_PAGES }, person).catch(faultOf)
  if (typeof facts === 'string') return { ok: false, code: facts }
  if (facts.encryption) return { ok: false, code: facts.encryption === 'user' ? 'encrypted_pdf' : 'restricted_pdf' }
  if (!facts.pages) return { ok: false, code: 'damaged_pdf' }
  return facts.pages > MAX_PAGES ? { ok: false, code: 'too_many_pages' } : { ok: true, pages: facts.pages }
}

const FAULTS = {
  busy: 'pdf_busy',
  queue_full: 'pdf_queue_full',
  heavy: 'heavy_pdf',
  references: 'inconsistent_pdf',
  active: 'active_pdf',
  failed: 'damaged_pdf',
} as const satisfies Record<PdfReason, PdfFault>

function faultOf(error: unknown): PdfFault {
  const reason = pdfReasonOf(error)
  if (!reason) throw error
  return FAULTS[reason]
}

async function headOf(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead).toString('latin1')
  } finally {
    await handle.close()
  }
}
