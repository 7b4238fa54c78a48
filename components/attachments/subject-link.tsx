import { Link } from '@/components/ui/link'
import type { ListedAttachment } from '@/lib/attachments/queries'
import { toCase } from '@/lib/cases/paths'
import type { I18n } from '@/lib/i18n/translator'
import { toInteraction } from '@/lib/interactions/paths'

type Props = { customerId: string; attachment: ListedAttachment; t: I18n['t'] }

/** A link to the case or the message of an attachment, or the words for one of the customer itself. */
export function SubjectLink({ customerId, attachment: { caseId, caseNumber, sendId, sendName }, t }: Props) {
  if (caseId)
    return (
      <Link className="link" href={toCase(customerId, caseId)}>
        {t('attachments.of.case', { number: String(caseNumber) })}
      </Link>
    )
  if (sendId)
    return (
      <Link className="link" href={toInteraction({ customerId, sendId })}>
        {t('attachments.of.send', { name: sendName ?? '' })}
      </Link>
    )
  return t('attachments.of.customer')
}
