import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { toResend } from '@/lib/documents/paths'
import type { ListedKit } from '@/lib/documents/queries/kits'
import { DocumentRow, type DocumentsFor } from './document-row'

type Props = DocumentsFor & { kit: ListedKit; maySend: boolean }

/** Documents that were sent together. Without a journey they cannot be resent, and the card says so (D4). */
export function KitCard({ kit, maySend, ...rest }: Props) {
  const { t, format } = rest.i18n
  const date = format.dateTime(kit.createdAt, { dateStyle: 'medium' })
  const sendable = kit.documents.some((document) => document.state === 'available')
  return (
    <Card
      id={`kit-${kit.id}`}
      title={kit.title}
      action={
        maySend &&
        kit.journey &&
        sendable && <Link href={toResend(rest.customerId, kit.id)}>{t('documents.kit.resend')}</Link>
      }
    >
      <p className="kit-facts">
        {[
          kit.createdBy ? t('documents.kit.createdBy', { date, name: kit.createdBy }) : date,
          kit.journey ? t('documents.kit.journey', { name: kit.journey }) : t('documents.kit.noJourney'),
          t('documents.kit.files', { count: kit.documents.length }),
        ].join(' · ')}
      </p>
      <ul className="documents">
        {kit.documents.map((document) => (
          <DocumentRow key={document.id} document={document} {...rest} />
        ))}
      </ul>
    </Card>
  )
}
