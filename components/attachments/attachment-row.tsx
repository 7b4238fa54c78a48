import { Download, Eye } from '@/components/ui/icons'
import { sizeWords } from '@/components/documents/words'
import { CardRow } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { buttonClass } from '@/components/ui/variants'
import { FILE_TYPES } from '@/lib/attachments/file-types'
import { toAttachedFile, toAttachment } from '@/lib/attachments/paths'
import type { ListedAttachment } from '@/lib/attachments/queries'
import type { I18n } from '@/lib/i18n/translator'
import { renamedWords } from './words'
import { SubjectLink } from './subject-link'

type Props = {
  customerId: string
  attachment: ListedAttachment
  /** Also names the case or the message that it belongs to. */
  withSubject?: boolean
  i18n: I18n
}

/** One attachment: its name, its facts, and the links that open its file. */
export function AttachmentRow({ customerId, attachment, withSubject = false, i18n }: Props) {
  const { id, name, type, bytes, createdAt, createdBy, retiredAt } = attachment
  const { t } = i18n
  const renamed = renamedWords(attachment, t)
  return (
    <CardRow end={!retiredAt && <FileLinks attachment={attachment} t={t} />}>
      <Link className="link" href={toAttachment(customerId, id)}>
        {name}
      </Link>
      <small>
        {withSubject && (
          <>
            <SubjectLink customerId={customerId} attachment={attachment} t={t} />
            {' · '}
          </>
        )}
        {t(`attachments.types.${type}`)} · {sizeWords(bytes, i18n)} · {createdBy} · <Time at={createdAt} i18n={i18n} />
      </small>
      {renamed && <small>{renamed}</small>}
    </CardRow>
  )
}

function FileLinks({ attachment: { customerId, id, name, type }, t }: { attachment: ListedAttachment; t: I18n['t'] }) {
  return (
    <>
      {FILE_TYPES[type].viewedAs && (
        <a
          href={toAttachedFile(customerId, id)}
          target="_blank"
          rel="noopener"
          className={buttonClass('quiet', 'sm')}
          aria-label={t('attachments.viewLabel', { name })}
        >
          <Eye aria-hidden />
          {t('attachments.view')}
        </a>
      )}
      <a
        href={toAttachedFile(customerId, id, true)}
        download
        className={buttonClass('quiet', 'sm')}
        aria-label={t('attachments.downloadLabel', { name })}
      >
        <Download aria-hidden />
        {t('attachments.download')}
      </a>
    </>
  )
}
