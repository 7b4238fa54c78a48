import { PDFDocument } from '@cantoo/pdf-lib'

/** How many pages a PDF of our own has; one from outside goes through `inspectPdf`. */
export async function pagesOf(pdf: Uint8Array): Promise<number> {
  return (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount()
}
