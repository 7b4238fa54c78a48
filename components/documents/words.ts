import type { Tone } from '@/components/ui/chip'
import type { I18n } from '@/lib/i18n/translator'
import type { ListedDocument } from '@/lib/documents/queries/kits'

const KB = 1024

/** `84 KB`, `1,2 MB`: what a person needs to know before opening it. */
export function sizeWords(bytes: number, { format }: I18n): string {
  if (bytes < KB * KB) return `${format.number(Math.max(1, Math.round(bytes / KB)))} KB`
  return `${format.number(bytes / KB / KB, { maximumFractionDigits: 1 })} MB`
}

export const ACCEPTANCE_TONES: Record<NonNullable<ListedDocument['acceptance']>['status'], Tone> = {
  waiting: 'warn',
  accepted: 'ok',
  refused: 'bad',
  expired: 'neutral',
}

/** The file a person means: the final one where there is an acceptance, else the original. */
export const bestFile = (files: ListedDocument['files']) => files.find((file) => file.role === 'final') ?? files[0]
