import type { Templates } from './work/tasks'
import { workOnPdf } from './work/work'

/** Draws a PDF. `person` as in `workOnPdf`. @throws PdfError when it cannot be drawn, or not now. */
export async function renderPdf<T extends keyof Templates>(
  template: T,
  props: Templates[T],
  person: string,
): Promise<Buffer> {
  return Buffer.from(await workOnPdf('render', { template, props }, person))
}
