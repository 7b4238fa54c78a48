import { FileText } from '@/components/ui/icons'
import { PdfFrame } from '@/components/documents/pdf-frame'
import { toSigningFile } from '@/lib/acceptances/paths'
import { buttonClass } from '@/components/ui/variants'
import type { PartProps } from './props'
import { Step } from './step'

/** The PDF: inside the page on a desktop; phones open it in their own viewer, because they show no PDF inside a page. */
export function ReadCard({ view, token, i18n: { t } }: PartProps) {
  const file = toSigningFile(token, 'original')
  return (
    <Step number={1} title={t('acceptances.sign.stepRead')}>
      <div className="signing-file">
        <FileText aria-hidden />
        <div>
          <b>{view.title}</b>
          <small>
            {t('acceptances.sign.number', { number: view.number })} ·{' '}
            {t('acceptances.sign.facts', { pages: view.pages })}
          </small>
        </div>
      </div>
      <div className="signing-frame">
        <PdfFrame src={file} title={t('acceptances.sign.preview', { title: view.title })} />
      </div>
      <a className={buttonClass('secondary')} href={file} target="_blank" rel="noopener">
        <span className="signing-phone">{t('acceptances.sign.read')}</span>
        <span className="signing-desk">{t('acceptances.sign.openNew')}</span>
      </a>
    </Step>
  )
}
