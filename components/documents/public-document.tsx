import { Download, Eye } from '@/components/ui/icons'
import { Card, CardBody } from '@/components/ui/card'
import { buttonClass } from '@/components/ui/variants'
import type { SentDocument } from '@/lib/documents/sent-link'
import type { I18n } from '@/lib/i18n/translator'
import { sizeWords } from './words'

type Props = { document: SentDocument; token: string; company: string; i18n: I18n }

/** One document for its recipient: two large buttons, or the reason why it is unavailable. */
export function PublicDocument({ document, token, company, i18n }: Props) {
  const { id, title, number, state, file, acceptanceToken } = document
  const { t } = i18n
  const href = `/api/public/documents/${token}/${id}`
  return (
    <Card title={title}>
      <CardBody>
        <p className="field-hint">
          {[
            t('documents.document.number', { number }),
            t('documents.document.pages', { count: file.pages }),
            sizeWords(file.bytes, i18n),
          ].join(' · ')}
        </p>
        {acceptanceToken && (
          <p className="public-links">
            <a href={`/a/${acceptanceToken}`} className={buttonClass('primary')}>
              {t('documents.public.accept')}
            </a>
          </p>
        )}
        {state === 'available' ? (
          <div className="public-links">
            <a href={href} className={buttonClass('primary')} aria-label={t('documents.document.viewLabel', { title })}>
              <Eye aria-hidden />
              {t('documents.public.view')}
            </a>
            <a
              href={`${href}?download=1`}
              download
              className={buttonClass('secondary')}
              aria-label={t('documents.document.downloadLabel', { title })}
            >
              <Download aria-hidden />
              {t('documents.public.download')}
            </a>
          </div>
        ) : (
          <p>{t('documents.public.gone', { company })}</p>
        )}
      </CardBody>
    </Card>
  )
}
