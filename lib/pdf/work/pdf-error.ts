/**
 * `busy`: too many PDFs are waiting. `queue_full`: too many of this person's. `heavy`: too much time or memory. `references`: readers could
 * show different pages. `active`: it has scripts, automatic actions or embedded files. `failed`: a library threw.
 */
export type PdfReason = 'busy' | 'queue_full' | 'heavy' | 'references' | 'active' | 'failed'

export class PdfError extends Error {
  constructor(
    readonly reason: PdfReason,
    message: string,
  ) {
    super(message)
  }
}

/** The reason of a `PdfError`, or null for another error. Next may load the class more than once, so `instanceof` does not work. */
export function pdfReasonOf(error: unknown): PdfReason | null {
  return error instanceof Error && 'reason' in error && REASONS.has(error.reason) ? (error.reason as PdfReason) : null
}

const REASONS = new Set<unknown>([
  'busy',
  'queue_full',
  'heavy',
  'references',
  'active',
  'failed',
] satisfies PdfReason[])
