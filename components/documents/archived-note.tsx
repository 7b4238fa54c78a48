import { Archive } from '@/components/ui/icons'
import { ActionButton } from '@/components/forms/action-button'
import { whenWords } from '@/components/ui/time'
import { requestArchivedAction } from '@/lib/documents/actions'
import type { ListedDocument } from '@/lib/documents/queries/kits'
import type { I18n } from '@/lib/i18n/translator'

type Props = { customerId: string; document: ListedDocument; now: Date; i18n: I18n }

/** Says that a document is in the archive, and how to get it back (D6). */
export function ArchivedNote({ customerId, document, now, i18n }: Props) {
  const { t, format } = i18n
  const { request } = document
  if (request && !request.failedAt) {
    return (
      <div className="document-note">
        <p>
          <b>{t('documents.archived.title')}</b>{' '}
          {t('documents.archived.waiting', { when: whenWords(request.requestedAt, now, i18n) })}
        </p>
      </div>
    )
  }
  return (
    <div className="document-note">
      <p>
        <b>{t('documents.archived.title')}</b>{' '}
        {request?.failedAt
          ? t('documents.archived.failed', {
              date: format.dateTime(request.failedAt, 'dayTime'),
            })
          : t('documents.archived.text')}
      </p>
      <ActionButton
        id={`request-${document.id}`}
        action={requestArchivedAction}
        fields={{ customerId, documentId: document.id }}
        label={t('documents.archived.request')}
        icon={Archive}
        size="sm"
      />
    </div>
  )
}
