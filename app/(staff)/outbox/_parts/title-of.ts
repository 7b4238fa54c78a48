import type { I18n } from '@/lib/i18n/translator'
import type { DeliveryRow } from '@/lib/outbox/list'

/** A code or a notice is named by its kind, because its subject is meant for its recipient. */
export const titleOf = (
  { kind, messageName, subject }: Pick<DeliveryRow, 'kind' | 'messageName' | 'subject'>,
  { t }: Pick<I18n, 't'>,
): string =>
  kind === 'send' ? (messageName ?? subject ?? t('sending.outbox.kinds.send')) : t(`sending.outbox.kinds.${kind}`)
