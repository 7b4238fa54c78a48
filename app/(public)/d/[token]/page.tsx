import { PublicDocument } from '@/components/documents/public-document'
import { publicPage, publicTitle } from '@/app/_frame/public-page'
import { PageHeader } from '@/components/ui/page-header'
import { openSentLink } from '@/lib/documents/sent-link'
import { env } from '@/lib/env'
import { setResponseStatus } from '@/lib/http/response-status'

export const generateMetadata = publicTitle(({ t }) => t('documents.public.title'))

/** Shows the documents of a message to the person who follows its link. Designed for a phone first. */
export default publicPage(async ({ publicCtx, params, i18n, t, format }) => {
  const company = env().COMPANY_NAME
  const opened = await openSentLink(publicCtx.db, params.token, publicCtx.now)
  if (!opened || opened.expired) {
    const why = opened ? 'expired' : 'unknown'
    setResponseStatus(opened ? 410 : 404)
    return <PageHeader title={t(`documents.public.${why}Title`)} text={t(`documents.public.${why}Text`, { company })} />
  }
  const { documents, expiresAt } = opened
  return (
    <>
      <PageHeader
        title={t('documents.public.title')}
        text={t('documents.public.text', { company, count: documents.length })}
      />
      {documents.map((document) => (
        <PublicDocument
          key={document.id}
          document={document}
          token={params.token ?? ''}
          company={company}
          i18n={i18n}
        />
      ))}
      {expiresAt && (
        <p className="field-hint">
          {t('documents.public.until', { date: format.dateTime(expiresAt, { dateStyle: 'long' }) })}
        </p>
      )}
    </>
  )
})
