import { page, titled } from '@/app/_frame/staff-page'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { dismissPairsAction } from '@/lib/duplicates/actions'
import { DUPLICATES } from '@/lib/duplicates/paths'
import { listChosenPairs } from '@/lib/duplicates/queries/get-pair'
import { pairValue } from '@/lib/duplicates/schema'
import { readChosen } from '../_parts/chosen'
import { pairColumns } from '../_parts/pair-columns'

export const generateMetadata = titled('duplicates.decide', ({ t }) => t('duplicates.review.title'))

/** Says what a decision about the chosen pairs will do, before it is made. */
export default page('duplicates.decide', async ({ ctx, search, i18n, t }) => {
  const chosen = readChosen(search)
  const pairs = await listChosenPairs(ctx, chosen)
  const count = pairs.length
  const missing = chosen.length - count
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ href: DUPLICATES, label: t('duplicates.title') }, { label: t('duplicates.review.title') }]}
      />
      <PageHeader title={t('duplicates.review.title')} text={count > 0 && t('duplicates.review.text', { count })} />
      {missing > 0 && <Banner tone="warn">{t('duplicates.review.missing', { count: missing })}</Banner>}
      {count === 0 ? (
        <EmptyState
          title={t('duplicates.review.none')}
          text={t('duplicates.review.noneText')}
          action={<ButtonLink href={DUPLICATES}>{t('duplicates.review.back')}</ButtonLink>}
        />
      ) : (
        <div className="grid gap-4">
          <Card title={t('duplicates.decide.title')}>
            <CardBody>
              <ul className="list-disc pl-5 mb-3">
                <li>{t('duplicates.review.rule1')}</li>
                <li>{t('duplicates.review.rule2')}</li>
                <li>{t('duplicates.review.rule3')}</li>
              </ul>
              <ActionForm
                action={dismissPairsAction}
                submit={t('duplicates.review.confirm', { count })}
                cancelHref={DUPLICATES}
                texts={formTexts(t)}
              >
                {pairs.map((pair) => (
                  <input key={pairValue(pair)} type="hidden" name="pairs[]" value={pairValue(pair)} />
                ))}
                <TextField name="reason" label={t('duplicates.decide.reason')} maxLength={500} />
              </ActionForm>
            </CardBody>
          </Card>
          <Card title={t('duplicates.review.list')}>
            <DataTable
              caption={t('duplicates.review.list')}
              columns={pairColumns(i18n)}
              rows={pairs}
              rowKey={({ customerId, otherId }) => `${customerId}.${otherId}`}
            />
          </Card>
        </div>
      )}
    </>
  )
})
