import { Download, ExternalLink } from '@/components/ui/icons'
import { PdfFrame } from '@/components/documents/pdf-frame'
import { Card } from '@/components/ui/card'
import { buttonClass } from '@/components/ui/variants'
import { toFile, type FileRole } from '@/lib/documents/paths'
import type { ListedDocument } from '@/lib/documents/queries/kits'
import type { I18n } from '@/lib/i18n/translator'

type Props = { document: ListedDocument; role: FileRole; i18n: I18n }

/** The PDF inside the page, for browsers that can show one, and links to open and download it for all others. */
export function FrameCard({ document: { customerId, id, title }, role, i18n: { t } }: Props) {
  const links = (
    <span className="document-links">
      <a href={toFile(customerId, id, role)} target="_blank" rel="noopener" className={buttonClass('secondary', 'sm')}>
        <ExternalLink aria-hidden />
        {t('documents.view.open')}
      </a>
      <a href={toFile(customerId, id, role, true)} download className={buttonClass('secondary', 'sm')}>
        <Download aria-hidden />
        {t('documents.document.download')}
      </a>
    </span>
  )
  return (
    <Card title={title} action={links}>
      <PdfFrame src={toFile(customerId, id, role)} title={t('documents.view.frame', { title })} />
      <p className="pdf-note">{t('documents.view.noFrame')}</p>
    </Card>
  )
}
