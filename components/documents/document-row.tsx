import { Download, Eye, FileText } from '@/components/ui/icons'
import { StateChip } from '@/components/sending/state-chip'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { buttonClass } from '@/components/ui/variants'
import { toDocument, toFile } from '@/lib/documents/paths'
import type { ListedDocument } from '@/lib/documents/queries/kits'
import type { I18n } from '@/lib/i18n/translator'
import { ArchivedNote } from './archived-note'
import { DeletedNote, type Keeper } from './deleted-note'
import { ACCEPTANCE_TONES, bestFile, sizeWords } from './words'

export type DocumentsFor = { customerId: string; keepers: Keeper[]; now: Date; i18n: I18n }

type Props = DocumentsFor & { document: ListedDocument }

/** One document of a kit: its title, its state and its links. */
export function DocumentRow({ document, ...rest }: Props) {
  const { customerId, i18n } = rest
  const { t } = i18n
  const file = bestFile(document.files)
  return (
    <li className="document" data-state={document.state}>
      <FileText aria-hidden />
      <div>
        <div className="document-title">
          {document.state === 'deleted' ? (
            <b>{document.title}</b>
          ) : (
            <Link href={toDocument(customerId, document.id)}>{document.title}</Link>
          )}
          <DocumentState document={document} t={t} />
        </div>
        <small>
          {[
            t('documents.document.number', { number: document.number }),
            file && t('documents.document.pages', { count: file.pages }),
            file && sizeWords(file.bytes, i18n),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        <LastSend send={document.lastSend} {...rest} />
        {document.state === 'archived' && <ArchivedNote document={document} {...rest} />}
        {document.state === 'deleted' && <DeletedNote document={document} {...rest} />}
      </div>
      {document.state === 'available' && file && <FileLinks document={document} role={file.role} t={t} />}
    </li>
  )
}

function DocumentState({ document, t }: { document: ListedDocument; t: I18n['t'] }) {
  const { state, acceptance } = document
  return (
    <>
      {state === 'archived' && <Chip tone="warn">{t('documents.archived.chip')}</Chip>}
      {state === 'deleted' && <Chip tone="bad">{t('documents.deleted.chip')}</Chip>}
      {acceptance && (
        <Chip tone={ACCEPTANCE_TONES[acceptance.status]}>{t(`documents.acceptance.${acceptance.status}`)}</Chip>
      )}
    </>
  )
}

function LastSend({ send, now, i18n }: Pick<Props, 'now' | 'i18n'> & { send: ListedDocument['lastSend'] }) {
  const { t } = i18n
  if (!send) return null
  return (
    <small className="document-send">
      {t(`sending.channels.${send.channel}`)} · {t('documents.sends.to', { address: send.address })} ·{' '}
      <Time at={send.createdAt} i18n={i18n} now={now} relative /> <StateChip state={send.state} t={t} />
    </small>
  )
}

function FileLinks({
  document: { customerId, id, title },
  role,
  t,
}: {
  document: ListedDocument
  role: 'original' | 'final'
  t: I18n['t']
}) {
  return (
    <div className="document-links">
      <a
        href={toFile(customerId, id, role)}
        target="_blank"
        rel="noopener"
        className={buttonClass('secondary', 'sm')}
        aria-label={t('documents.document.viewLabel', { title })}
      >
        <Eye aria-hidden />
        {t('documents.document.view')}
      </a>
      <a
        href={toFile(customerId, id, role, true)}
        download
        className={buttonClass('secondary', 'sm')}
        aria-label={t('documents.document.downloadLabel', { title })}
      >
        <Download aria-hidden />
        {t('documents.document.download')}
      </a>
    </div>
  )
}
