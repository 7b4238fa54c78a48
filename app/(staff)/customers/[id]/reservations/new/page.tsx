import { DateField } from '@/components/forms/date-field'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { createReservationAction } from '@/lib/agenda/actions'
import { toReservations } from '@/lib/agenda/paths'
import { PRODUCT_MAX } from '@/lib/agenda/schema'
import { listStores } from '@/lib/customers/queries'
import { today } from '@/lib/kernel/today'
import { profilePage, profileTitled } from '../../_profile/profile-page'

export const generateMetadata = profileTitled('agenda.work')

/** The form that reserves a product (B4). */
export default profilePage('agenda.work', {
  section: 'reservations',
  render: async ({ ctx, customer, t }) => {
    const stores = await listStores(ctx)
    return (
      <Card title={t('reservations.new')}>
        <CardBody>
          <ActionForm
            action={createReservationAction}
            submit={t('reservations.create')}
            cancelHref={toReservations(customer.id)}
            hidden={{ customerId: customer.id }}
            texts={formTexts(t)}
          >
            <IdempotencyField />
            <TextField
              name="product"
              label={t('reservations.fields.product')}
              maxLength={PRODUCT_MAX}
              autoComplete="off"
              required
            />
            <TextField
              name="quantity"
              label={t('reservations.fields.quantity')}
              defaultValue="1"
              inputMode="numeric"
              autoComplete="off"
              required
            />
            <DateField name="pickUpOn" label={t('reservations.fields.pickUpOn')} min={today(ctx.now)} required />
            <TextField
              name="pickUpTime"
              type="time"
              label={t('reservations.fields.pickUpTime')}
              hint={t('reservations.fields.timeHint')}
              required
            />
            <SelectField
              name="storeId"
              label={t('reservations.fields.store')}
              defaultValue={stores.some(({ id }) => id === customer.storeId) ? (customer.storeId ?? '') : undefined}
              options={stores.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </ActionForm>
        </CardBody>
      </Card>
    )
  },
})
