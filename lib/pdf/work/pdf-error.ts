/** `busy`: too many are at it, try again. `heavy`: it took too much time or memory. `failed`: a library threw. */
export type PdfReason = 'busy' | 'heavy' | 'failed'

export class PdfError extends Error {
  constructor(
    readonly reason: PdfReason,
    message: string,
  ) {
    super(message)
  }
}

/** Why PDF work ended without a result; null when the error is about something else. Next may load the class more than once. */
export function pdfReasonOf(error: unknown): PdfReason | null {
  return error instanceof Error && 'reason' in error && REASONS.has(error.reason) ? (error.reason as PdfReason) : null
}

const REASONS = new Set<unknown>(['busy', 'heavy', 'failed'] satisfies PdfReason[])
