import type { ListedAttachment } from '@/lib/attachments/queries'
import type { I18n } from '@/lib/i18n/translator'

/** Says that the sent name had the extension of another type; null if it had not. */
export const renamedWords = ({ renamedFrom, type }: ListedAttachment, t: I18n['t']): string | null =>
  renamedFrom && t('attachments.renamedFrom', { name: renamedFrom, type: t(`attachments.types.${type}`) })
