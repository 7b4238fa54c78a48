import type { ReactNode } from 'react'
import { Chip } from '@/components/ui/chip'
import type { DayRow } from '@/components/ui/day-rows'
import { Download, Eye, FileText } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toDocument, toFile } from '@/lib/documents/paths'
import type { ListedDocument } from '@/lib/documents/queries/kits'
import type { I18n } from '@/lib/i18n/translator'
import { ArchivedNote } from './archived-note'
import { DeletedNote } from './deleted-note'
import type { DocumentsFor } from './document-row'
import { ACCEPTANCE_TONES, bestFile, sizeWords } from './words'

/** The row of a document in the list of a customer's documents. `resend` begins its second line, and `about` ends it. */
export function documentParts(
  document: ListedDocument,
  { resend, about, ...rest }: DocumentsFor & { resend: ReactNode; about: ReactNode },
): Omit<DayRow, 'id' | 'at'> {
  const { customerId, i18n } = rest
  const { state, title, number, files, lastSend } = document
  const { t } = i18n
  const file = bestFile(files)
  const facts = [
    t('documents.document.number', { number }),
    file && t('documents.document.pages', { count: file.pages }),
    file && sizeWords(file.bytes, i18n),
  ]
  return {
    icon: FileText,
    title: state === 'deleted' ? <b>{title}</b> : <Link href={toDocument(customerId, document.id)}>{title}</Link>,
    note: (
      <>
        {resend && <>{resend} · </>}
        {facts.filter(Boolean).join(' · ')}
        {about && <> · {about}</>}
      </>
    ),
    to: lastSend && (
      <span className="document-send">
        {lastSend.address} · {t(`sending.states.${lastSend.state}`)}
      </span>
    ),
    end: <End document={document} t={t} />,
    more:
      state === 'archived' ? (
        <ArchivedNote document={document} {...rest} />
      ) : (
        state === 'deleted' && <DeletedNote document={document} {...rest} />
      ),
  }
}

function End({ document, t }: { document: ListedDocument; t: I18n['t'] }) {
  const { state, acceptance, files } = document
  const file = bestFile(files)
  return (
    <>
      {state === 'archived' && <Chip tone="warn">{t('documents.archived.chip')}</Chip>}
      {state === 'deleted' && <Chip tone="bad">{t('documents.deleted.chip')}</Chip>}
      {acceptance && (
        <Chip tone={ACCEPTANCE_TONES[acceptance.status]}>{t(`documents.acceptance.${acceptance.status}`)}</Chip>
      )}
      {state === 'available' && file && <FileLinks document={document} role={file.role} t={t} />}
    </>
  )
}

type LinksProps = { document: ListedDocument; role: 'original' | 'final'; t: I18n['t'] }

function FileLinks({ document: { customerId, id, title }, role, t }: LinksProps) {
  const [view, download] = [
    t('documents.document.viewLabel', { title }),
    t('documents.document.downloadLabel', { title }),
  ]
  return (
    <span className="row-links">
      <a
        className="icon-btn"
        href={toFile(customerId, id, role)}
        target="_blank"
        rel="noopener"
        aria-label={view}
        title={view}
      >
        <Eye aria-hidden />
      </a>
      <a className="icon-btn" href={toFile(customerId, id, role, true)} download aria-label={download} title={download}>
        <Download aria-hidden />
      </a>
    </span>
  )
}
