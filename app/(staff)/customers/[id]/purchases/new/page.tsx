import { ActionForm } from '@/components/forms/action-form'
import { DateField } from '@/components/forms/date-field'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { moneyField } from '@/components/purchases/money-field'
import { Card, CardBody } from '@/components/ui/card'
import { today } from '@/lib/kernel/today'
import { recordPurchaseAction } from '@/lib/purchases/actions'
import { listStores } from '@/lib/customers/queries'
import { SITUATIONS } from '@/lib/purchases/kinds'
import { toPurchases } from '@/lib/purchases/paths'
import { profilePage, profileTitled } from '../../_profile/profile-page'

/** The currency of purchases that are recorded by hand. */
const CURRENCY = 'BRL'

export const generateMetadata = profileTitled('purchases.edit')

/** The form for a purchase (B3). */
export default profilePage('purchases.edit', {
  section: 'purchases',
  render: async ({ ctx, customer, i18n, t }) => {
    const stores = await listStores(ctx)
    const situations = SITUATIONS.map((value) => ({ value, label: t(`purchases.situations.${value}`) }))
    return (
      <Card title={t('purchases.new.title')}>
        <CardBody>
          <ActionForm
            action={recordPurchaseAction}
            submit={t('purchases.new.submit')}
            cancelHref={toPurchases(customer.id)}
            hidden={{ customerId: customer.id, currency: CURRENCY }}
            labels={{ total: t('purchases.fields.total') }}
            texts={formTexts(t)}
          >
            <IdempotencyField />
            <TextField
              name="externalId"
              label={t('purchases.fields.number')}
              maxLength={80}
              required
              autoComplete="off"
            />
            <DateField
              name="purchasedOn"
              label={t('purchases.fields.date')}
              defaultValue={today(ctx.now)}
              max={today(ctx.now)}
              required
            />
            {moneyField({ name: 'total', currency: CURRENCY, i18n })}
            <TextField
              name="product"
              label={t('purchases.fields.product')}
              hint={t('purchases.fields.productHint')}
              maxLength={200}
              autoComplete="off"
            />
            <SelectField
              name="situation"
              label={t('purchases.fields.situation')}
              defaultValue="delivered"
              options={situations}
            />
            <SelectField
              name="storeId"
              label={t('purchases.fields.storeId')}
              empty={t('purchases.fields.noStore')}
              defaultValue={customer.storeId}
              options={stores.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField name="payment" label={t('purchases.fields.payment')} maxLength={80} autoComplete="off" />
          </ActionForm>
        </CardBody>
      </Card>
    )
  },
})
