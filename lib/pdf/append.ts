import type { SignatureField } from './work/tasks'
import { workOnPdf } from './work/work'

/**
 * A document with more pages behind it and, when asked for, room for a signature; and how many they are. It begins with the original, byte for byte.
 * @throws PdfError when the original cannot be read as a PDF, or not now.
 */
export async function appendPages(
  original: Buffer,
  pages: Buffer,
  signature?: SignatureField,
): Promise<{ pdf: Buffer; added: number }> {
  const { pdf, added } = await workOnPdf('append', { original, pages, signature })
  return { pdf: Buffer.from(pdf), added }
}
