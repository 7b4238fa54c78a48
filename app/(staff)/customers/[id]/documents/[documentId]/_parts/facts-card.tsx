import { Send } from '@/components/ui/icons'
import { ACCEPTANCE_TONES, bestFile, sizeWords } from '@/components/documents/words'
import { ActionButton } from '@/components/forms/action-button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Confirm } from '@/components/ui/confirm'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { deleteDocumentAction } from '@/lib/documents/actions'
import { toDocuments, toFile, toResend } from '@/lib/documents/paths'
import type { ListedDocument, ListedKit } from '@/lib/documents/queries/kits'
import type { ProfilePage } from '../../../_profile/props'

type Props = ProfilePage & { kit: Omit<ListedKit, 'documents'>; document: ListedDocument }

/** The metadata of a document, and its actions. */
export function FactsCard(props: Props) {
  const { ctx, customer, kit, document, t } = props
  const mayResend = document.state === 'available' && kit.journey && ctx.viewer.can('messages.send')
  return (
    <div className="grid gap-4">
      <Card
        title={t('documents.view.about')}
        action={<Link href={toDocuments(customer.id)}>{t('documents.view.back')}</Link>}
      >
        <DefinitionList items={factsOf(props)} />
        <CardBody>
          <div className="flex flex-wrap gap-2">
            {mayResend && (
              <ButtonLink href={toResend(customer.id, kit.id, document.id)} variant="primary" size="sm">
                <Send aria-hidden />
                {t('documents.document.resend')}
              </ButtonLink>
            )}
            {document.state !== 'deleted' && ctx.viewer.can('documents.delete') && <DeleteButton {...props} />}
          </div>
        </CardBody>
      </Card>
    </div>
  )
}

function factsOf({ kit, document, i18n }: Props) {
  const { t } = i18n
  const file = bestFile(document.files)
  const { acceptance } = document
  return [
    { label: t('documents.view.kit'), value: kit.title },
    { label: t('documents.view.number'), value: document.number },
    { label: t('documents.view.journey'), value: kit.journey ?? t('documents.kit.noJourney') },
    ...(acceptance
      ? [
          {
            label: t('acceptances.title'),
            value: (
              <Chip tone={ACCEPTANCE_TONES[acceptance.status]}>{t(`documents.acceptance.${acceptance.status}`)}</Chip>
            ),
          },
        ]
      : []),
    { label: t('documents.view.filed'), value: <Time at={document.createdAt} i18n={i18n} />, hint: kit.createdBy },
    ...(file
      ? [
          {
            label: t('documents.view.size'),
            value: `${t('documents.document.pages', { count: file.pages })} · ${sizeWords(file.bytes, i18n)}`,
          },
        ]
      : []),
    ...document.files.map(({ role, sha256 }) => ({
      label: t(`documents.roles.${role}`),
      value:
        document.state === 'available' ? (
          <a className="link" href={toFile(document.customerId, document.id, role)}>
            {t('documents.document.view')}
          </a>
        ) : (
          '—'
        ),
      hint: <span className="hash">{`SHA-256 ${sha256}`}</span>,
    })),
  ]
}

function DeleteButton({ customer, document, t }: Props) {
  return (
    <Confirm
      label={t('documents.view.delete')}
      title={t('documents.view.deleteTitle')}
      text={t('documents.view.deleteText')}
      cancel={t('documents.view.cancel')}
      size="sm"
    >
      <ActionButton
        id="delete-document"
        action={deleteDocumentAction}
        fields={{ customerId: customer.id, documentId: document.id }}
        label={t('documents.view.deleteConfirm')}
        variant="danger"
      />
    </Confirm>
  )
}
