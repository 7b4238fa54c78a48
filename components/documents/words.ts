import type { Tone } from '@/components/ui/chip'
import type { I18n } from '@/lib/i18n/translator'
import type { ListedDocument } from '@/lib/documents/queries/kits'

const KB = 1024

/** The size of a file, such as `84 KB` or `1,2 MB`. */
export function sizeWords(bytes: number, { format }: I18n): string {
  if (bytes < KB * KB) return `${format.number(Math.max(1, Math.round(bytes / KB)))} KB`
  return `${format.number(bytes / KB / KB, { maximumFractionDigits: 1 })} MB`
}

export const ACCEPTANCE_TONES: Record<NonNullable<ListedDocument['acceptance']>['status'], Tone> = {
  pending: 'warn',
  waiting: 'warn',
  accepted: 'ok',
  refused: 'bad',
  expired: 'neutral',
  cancelled: 'neutral',
}

/** The file to open by default: the final one if the document was accepted, else the original. */
export const bestFile = (files: ListedDocument['files']) => files.find((file) => file.role === 'final') ?? files[0]
