import type { AuditItem } from '@/lib/history/list-all'
import type { I18n } from '@/lib/i18n/translator'

type About = Pick<AuditItem, 'customerId' | 'customerName' | 'subjectName'>

/** The name of whom or what an event is about: a customer, or a user, a journey or an import. Null if it has no subject with a name. */
export const aboutName = ({ customerId, customerName, subjectName }: About, { t }: I18n): string | null =>
  customerId ? (customerName ?? t('audit.customer', { id: customerId.slice(0, 8) })) : subjectName
