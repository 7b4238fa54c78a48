import { notFound } from 'next/navigation'
import { publicPage, publicTitle } from '@/app/_frame/public-page'
import { PageHeader } from '@/components/ui/page-header'
import { env } from '@/lib/env'
import { viewForSigner } from '@/lib/acceptances/signing/view'
import { AnswerCard } from './_parts/answer-card'
import { CodeCard } from './_parts/code-card'
import { Outcome } from './_parts/outcome'
import { ReadCard } from './_parts/read-card'
import { Recorded } from './_parts/recorded'

export const generateMetadata = async () => ({
  ...(await publicTitle(({ t }) => t('acceptances.sign.title'))()),
  robots: { index: false, follow: false },
})

/** The page on which a person reads a document and accepts or refuses it. A GET changes nothing, because mail scanners follow links. */
export default publicPage(async ({ publicCtx, params, search, i18n, t }) => {
  const token = params.token ?? ''
  const company = env().COMPANY_NAME
  const view = await viewForSigner(publicCtx, token)
  if (!view) notFound()
  if (view === 'gone')
    return <PageHeader title={t('acceptances.sign.goneTitle')} text={t('acceptances.sign.goneText', { company })} />
  const { status } = view
  if (status === 'cancelled' || status === 'pending')
    return (
      <PageHeader
        title={t('acceptances.sign.cancelledTitle')}
        text={t('acceptances.sign.cancelledText', { company })}
      />
    )
  if (status !== 'waiting') return <Outcome view={{ ...view, status }} token={token} company={company} i18n={i18n} />
  const parts = { view, token, company, i18n, publicCtx, refusing: search.refuse === '1' }
  return (
    <div className="signing">
      <header className="signing-head">
        <p>{t('acceptances.sign.asks', { company })}</p>
        <h1>{view.title}</h1>
        <p>
          {t('acceptances.sign.for', { name: view.signerName })} ·{' '}
          {t('acceptances.sign.until', {
            date: i18n.format.dateTime(view.expiresAt, { dateStyle: 'long', timeStyle: 'short' }),
          })}
        </p>
      </header>
      <ReadCard {...parts} />
      <div className="signing-answer" id="answer">
        <CodeCard {...parts} />
        {view.codeUntil && <AnswerCard {...parts} />}
        <Recorded {...parts} />
      </div>
    </div>
  )
})
