import type { SignatureField } from './work/tasks'
import { workOnPdf } from './work/work'

/**
 * Appends pages to a document and, with `signature`, reserves space for one. The result begins with the original, byte for byte.
 * `person` as in `workOnPdf`.
 * @throws PdfError when the original cannot be read as a PDF, when readers could show something else than its pages, or not now.
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
