import { ActionForm } from '@/components/forms/action-form'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { formTexts } from '@/components/forms/form-texts'
import { documentLabels, RegistrationFields } from '@/components/profile/registration-fields'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { LinksConfirmation } from '@/components/forms/links-confirmation'
import { loadPrefill } from '@/lib/http/drafts/prefill'
import { registerCustomerAction } from '@/lib/registration/actions'
import { listAssignable, listStores } from '@/lib/customers/queries'
import { page, titled } from '@/app/_frame/staff-page'
import { today } from '@/lib/kernel/today'

export const generateMetadata = titled('customers.create', ({ t }) => t('customers.new.title'))

export default page('customers.create', async ({ ctx, search, i18n, t }) => {
  const [stores, people] = await Promise.all([listStores(ctx), listAssignable(ctx)])
  const values = {
    kind: 'person',
    registeredOn: today(ctx.now),
    storeId: stores.length === 1 ? stores[0]!.id : '',
    registeredBy: ctx.viewer.userId,
    documentType: 'cpf',
    ...(await loadPrefill(search.prefill)),
  }
  return (
    <>
      <Breadcrumb
        label={t('common.breadcrumb')}
        items={[{ label: t('nav.customers'), href: '/customers' }, { label: t('customers.new.title') }]}
      />
      <PageHeader title={t('customers.new.title')} text={t('customers.new.text')} />
      <Card>
        <CardBody>
          <ActionForm
            action={registerCustomerAction}
            submit={t('customers.new.submit')}
            cancelHref="/customers"
            texts={formTexts(t)}
            labels={documentLabels(i18n)}
          >
            <IdempotencyField />
            <LinksConfirmation name="isNew" label={t('customers.new.isNew')} />
            {RegistrationFields({ i18n, values, stores, people, isNew: true })}
          </ActionForm>
        </CardBody>
      </Card>
    </>
  )
})
