import { notFound, redirect } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { probabilityWords } from '@/lib/duplicates/words'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { DUPLICATES } from '@/lib/duplicates/paths'
import { findMerged, getPair } from '@/lib/duplicates/queries/get-pair'
import { namesOf } from '../../_parts/pair-columns'
import { Comparison } from './_parts/comparison'
import { DecisionCard } from './_parts/decision-card'
import { openBoth } from './_parts/open-both'
import { ReasonCard } from './_parts/reason-card'

export const generateMetadata = titled('duplicates.read', async ({ ctx, params, t }) => {
  const pair = await getPair(ctx, params.customerId, params.otherId)
  return pair && t('duplicates.pair', namesOf(pair))
})

/** Two customers side by side: why they look alike, what differs, what is equal, and the decision. */
export default page('duplicates.read', async ({ ctx, params, i18n, t }) => {
  const pair = await getPair(ctx, params.customerId, params.otherId)
  if (!pair) {
    const survivorId = await findMerged(ctx, params.customerId, params.otherId)
    return survivorId ? redirect(`/customers/${survivorId}`) : notFound()
  }
  const customers = await openBoth(ctx, pair)
  if (!customers) redirect(DUPLICATES)
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ href: DUPLICATES, label: t('duplicates.title') }, { label: t('duplicates.pair', namesOf(pair)) }]}
      />
      <PageHeader title={t('duplicates.pair', namesOf(pair))} text={probabilityWords(pair.probability, i18n)} />
      <div className="grid gap-4">
        <ReasonCard pair={pair} t={t} />
        <DecisionCard pair={pair} viewer={ctx.viewer} i18n={i18n} />
        <Comparison ctx={ctx} customers={customers} i18n={i18n} />
      </div>
    </>
  )
})
