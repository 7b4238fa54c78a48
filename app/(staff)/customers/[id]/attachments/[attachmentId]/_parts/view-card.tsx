import { PdfFrame } from '@/components/documents/pdf-frame'
import { Card, CardBody } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Download, ExternalLink } from '@/components/ui/icons'
import { buttonClass } from '@/components/ui/variants'
import { FILE_TYPES, isImage } from '@/lib/attachments/file-types'
import { toAttachedFile } from '@/lib/attachments/paths'
import type { Part } from './props'

/** The content of the file, where a browser can show it safely, and the links that open and download it. */
export function ViewCard({ attachment: { customerId, id, name, type, retiredAt, retiredBy }, i18n }: Part) {
  const { t, format } = i18n
  if (retiredAt)
    return (
      <Card title={name} action={<Chip tone="bad">{t('attachments.deletedChip')}</Chip>}>
        <CardBody>
          <p>
            <b>{t('attachments.page.deleted')}</b>
          </p>
          <p className="text-ink-2">
            {t('attachments.page.deletedText', { name: retiredBy ?? '', date: format.dateTime(retiredAt, 'dayTime') })}
          </p>
        </CardBody>
      </Card>
    )
  const canView = Boolean(FILE_TYPES[type].viewedAs)
  const links = (
    <span className="document-links">
      {canView && (
        <a
          href={toAttachedFile(customerId, id)}
          target="_blank"
          rel="noopener"
          className={buttonClass('secondary', 'sm')}
        >
          <ExternalLink aria-hidden />
          {t('documents.view.open')}
        </a>
      )}
      <a href={toAttachedFile(customerId, id, true)} download className={buttonClass('secondary', 'sm')}>
        <Download aria-hidden />
        {t('attachments.download')}
      </a>
    </span>
  )
  return (
    <Card title={name} action={links}>
      {!canView && (
        <CardBody>
          <p className="text-ink-2">{t('attachments.page.noView')}</p>
        </CardBody>
      )}
      {canView && !isImage(type) && (
        <>
          <PdfFrame src={toAttachedFile(customerId, id)} title={t('attachments.page.frame', { name })} />
          <p className="pdf-note">{t('documents.view.noFrame')}</p>
        </>
      )}
      {isImage(type) && (
        <CardBody>
          {/* Not next/image, which would cache a personal picture. */}
          <img
            className="attached-image"
            src={toAttachedFile(customerId, id)}
            alt={t('attachments.page.frame', { name })}
          />
        </CardBody>
      )}
    </Card>
  )
}
