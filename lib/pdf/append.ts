import type { SignatureField } from './work/tasks'
import { workOnPdf } from './work/work'

/**
 * Appends pages to a document and, with `signature`, reserves space for one. The result begins with the original, byte for byte.
 * `person` as in `workOnPdf`.
 * @throws PdfError if the original is not a valid PDF, if readers could show different pages of it, or if too many PDFs are in progress.
 */
export async function appendPages(
  original: Buffer,
  pages: Buffer,
  person: string,
  signature?: SignatureField,
): Promise<{ pdf: Buffer; added: number }> {
  const { pdf, added } = await workOnPdf('append', { original, pages, signature }, person)
  return { pdf: Buffer.from(pdf), added }
}
