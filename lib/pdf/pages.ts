import { PDFDocument } from '@cantoo/pdf-lib'
import { assertOutsideTransaction } from '@/db/transactions'

/** Counts the pages of a PDF that this product made; use `inspectPdf` for a PDF from outside. */
export async function pagesOf(pdf: Uint8Array): Promise<number> {
  assertOutsideTransaction('PDF work')
  return (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount()
}
