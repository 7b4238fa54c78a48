import type { ListedDocument } from '@/lib/documents/queries/kits'
import type { I18n } from '@/lib/i18n/translator'

export type Keeper = { name: string; email: string }

type Props = { document: ListedDocument; keepers: Keeper[]; i18n: I18n }

/** When a document was deleted, by whom, and whom to ask for it (D7). */
export function DeletedNote({
  document: { title, number, deletedAt, deletedBy },
  keepers,
  i18n: { t, format },
}: Props) {
  const date = deletedAt ? format.dateTime(deletedAt, 'dayTime') : ''
  const subject = `${t('documents.deleted.title')}: ${title} (${t('documents.document.number', { number })})`
  const [first, ...others] = keepers
  return (
    <div className="document-note">
      <p>
        {deletedBy ? t('documents.deleted.textBy', { date, name: deletedBy }) : t('documents.deleted.text', { date })}{' '}
        {first && (
          <a className="link" href={mailTo(first, subject)}>
            {t('documents.deleted.ask', { name: first.name })}
          </a>
        )}
        {others.map((keeper) => (
          <a key={keeper.email} className="link" href={mailTo(keeper, subject)}>
            {' '}
            {t('documents.deleted.askMore', { name: keeper.name })}
          </a>
        ))}
      </p>
    </div>
  )
}

const mailTo = ({ email }: Keeper, subject: string) => `mailto:${email}?subject=${encodeURIComponent(subject)}`
