import { CalendarX } from '@/components/ui/icons'
import { notFound } from 'next/navigation'
import { DocumentRow } from '@/components/documents/document-row'
import { page, titled } from '@/app/_frame/staff-page'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { toDocument } from '@/lib/documents/paths'
import { requirePrimary } from '@/lib/http/page'
import { openArchiveLink } from '@/lib/documents/queries/archive-link'

export const generateMetadata = titled('documents.read', ({ t }) => t('documents.archiveLink.title'))

/** The target of the mail about a restored document. Shows the document to a signed-in user with access to it. */
export default page('documents.read', async ({ ctx, params, i18n, t, format }) => {
  const opened = await openArchiveLink(await requirePrimary(), params.token)
  if (!opened) notFound()
  const profile = (
    <ButtonLink href={toDocument(opened.customerId, opened.document.id)}>
      {t('documents.archiveLink.profile')}
    </ButtonLink>
  )
  if (opened.expired) {
    return (
      <Card>
        <EmptyState
          icon={CalendarX}
          title={t('documents.archiveLink.expiredTitle')}
          text={t('documents.archiveLink.expiredText')}
          action={profile}
        />
      </Card>
    )
  }
  const until =
    opened.expiresAt &&
    t('documents.archiveLink.until', { date: format.dateTime(opened.expiresAt, { dateStyle: 'long' }) })
  return (
    <>
      <PageHeader title={t('documents.archiveLink.title')} text={until} actions={profile} />
      <Card>
        <ul className="documents">
          <DocumentRow
            document={opened.document}
            customerId={opened.customerId}
            keepers={[]}
            now={ctx.now}
            i18n={i18n}
          />
        </ul>
      </Card>
    </>
  )
})
